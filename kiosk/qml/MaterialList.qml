pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What to bring, with the shape it must have.
Card {
    id: list

    required property var materials
    required property string language
    property int columns: 1

    implicitHeight: rows.implicitHeight + Theme.space(7)

    Column {
        id: rows
        x: Theme.space(4)
        y: Theme.space(3.5)
        width: parent.width - Theme.space(8)
        spacing: Theme.space(2)

        Row {
            spacing: Theme.space(1.5)

            Icon {
                name: "form"
                color: Theme.primary
                size: Theme.button
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                text: qsTr("Please bring")
                bold: true
                font.pixelSize: Theme.label
            }
        }
        Grid {
            id: grid
            width: parent.width
            columns: list.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.space(1.25)

            Repeater {
                model: list.materials

                Item {
                    id: line

                    required property var modelData

                    width: (grid.width - (list.columns - 1) * Theme.gap) / list.columns
                    height: words.implicitHeight + whose.height

                    Icon {
                        id: mark
                        name: "check"
                        color: Theme.good
                        size: Theme.body
                        anchors.left: parent.left
                        y: (Theme.body * 1.45 - height) / 2
                    }
                    Words {
                        id: words
                        anchors.left: mark.right
                        anchors.leftMargin: Theme.space(1.5)
                        anchors.right: parent.right
                        text: qsTr("%1 (%2)").arg(line.modelData.name[list.language])
                            .arg(line.modelData.kind[list.language])
                    }
                    Words {
                        id: whose
                        readonly property var services: line.modelData.services ?? []

                        visible: services.length > 0
                        anchors.left: words.left
                        y: words.implicitHeight
                        width: words.width
                        height: visible ? implicitHeight : 0
                        text: qsTr("For: %1").arg(services.map(s => s[list.language]).join(qsTr(", ")))
                        color: Theme.quiet
                        font.pixelSize: Theme.caption
                    }
                }
            }
        }
    }
}
