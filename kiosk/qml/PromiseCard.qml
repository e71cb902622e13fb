pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What a bundle promises, each promise kept with a check and how, or open with an empty ring.
Card {
    id: card

    required property var promises
    required property string language

    objectName: "promise_card"
    visible: promises.length > 0
    implicitHeight: visible ? grid.implicitHeight + Theme.space(6) : 0

    Grid {
        id: grid
        x: Theme.space(4)
        y: Theme.space(3)
        width: parent.width - Theme.space(8)
        columns: Theme.textScale > 1 ? 1 : 2
        columnSpacing: Theme.space(3)
        rowSpacing: Theme.space(2)

        Repeater {
            model: card.promises

            Item {
                id: promise

                required property var modelData
                readonly property bool kept: modelData.kept
                readonly property string how: kept ? modelData.words[card.language] : qsTr("Not yet")

                objectName: "promise_" + modelData.code
                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                height: Math.max(ring.height, told.implicitHeight)
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2").arg(modelData.name[card.language]).arg(how)

                Rectangle {
                    id: ring
                    anchors.left: parent.left
                    width: Math.round(Theme.body * 1.4)
                    height: width
                    radius: width / 2
                    color: promise.kept ? Theme.good : "transparent"
                    border.width: 2 * Theme.stroke
                    border.color: promise.kept ? Theme.good : Theme.borderStrong

                    Icon {
                        visible: promise.kept
                        anchors.centerIn: parent
                        name: "check"
                        color: Theme.onPrimary
                        size: parent.width * 0.64
                    }
                }
                Column {
                    id: told
                    anchors.left: ring.right
                    anchors.leftMargin: Theme.space(1.5)
                    anchors.right: parent.right

                    Words {
                        width: parent.width
                        text: promise.modelData.name[card.language]
                        bold: true
                    }
                    Words {
                        objectName: "promise_words"
                        width: parent.width
                        text: promise.how
                        color: Theme.quiet
                        font.pixelSize: Theme.caption
                    }
                }
            }
        }
    }
}
