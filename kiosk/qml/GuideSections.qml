pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Facts of a guide, each under its heading.
Card {
    id: facts

    required property var sections
    required property string language
    readonly property var headings: ({
        "who": qsTr("For whom"),
        "conditions": qsTr("Conditions"),
        "time": qsTr("How long it takes"),
        "fee": qsTr("Fee"),
        "online": qsTr("Without coming"),
        "note": qsTr("Please note")
    })
    readonly property var pictures: ({ "who": "person", "conditions": "check", "time": "clock", "fee": "tax",
        "online": "home", "note": "info" })

    implicitHeight: rows.implicitHeight + Theme.space(7)

    Column {
        id: rows
        x: Theme.space(4)
        y: Theme.space(3.5)
        width: parent.width - Theme.space(4) - Theme.target  // beside the arrow of a ScrollArea
        spacing: Theme.space(2.5)

        Repeater {
            model: facts.sections

            Item {
                id: section

                required property var modelData

                width: rows.width
                height: told.implicitHeight

                Icon {
                    id: picture
                    anchors.left: parent.left
                    name: facts.pictures[section.modelData.kind]
                    color: Theme.primary
                    size: Theme.button
                }
                Column {
                    id: told
                    anchors.left: picture.right
                    anchors.leftMargin: Theme.space(2)
                    anchors.right: parent.right
                    spacing: Theme.space(0.5)

                    Words {
                        width: parent.width
                        text: facts.headings[section.modelData.kind]
                        color: Theme.quiet
                        font.pixelSize: Theme.caption
                    }
                    Repeater {
                        model: section.modelData.lines

                        Words {
                            required property var modelData

                            objectName: "guide_" + section.modelData.kind
                            width: told.width
                            text: (section.modelData.lines.length > 1 ? "· " : "") + modelData[facts.language]
                        }
                    }
                }
            }
        }
    }
}
