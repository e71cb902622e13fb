pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Several calls of the same moments, in the order of the calls, each still large.
Item {
    id: root

    required property bool portrait
    required property var calls
    required property color numberInk
    required property color counterInk
    required property color wordInk
    readonly property int across: portrait ? 1 : calls.length > 4 && longest < 9 ? 3 : 2
    readonly property int down: Math.ceil(calls.length / across)
    readonly property real headHeight: 54 * Theme.unit
    readonly property int longest: calls.reduce(
        (most, call) => Math.max(most, call.number.length + call.counter.length), 0)
    readonly property real cellHeight: (height - headHeight - Theme.space(1.5)) / down
    // A figure is about 0.61 of the type size wide; arrow and spaces take 1.2 more.
    readonly property real size: Math.min((portrait ? 72 : 108) * Theme.unit, 0.95 * cellHeight,
        0.9 * width / across / (0.61 * longest + 1.2))

    Words {
        x: Theme.space(root.portrait ? 2 : 4)
        y: Theme.space(root.portrait ? 1 : 2)
        text: qsTr("Now calling")
        color: root.wordInk
        bold: true
        font.pixelSize: (root.portrait ? 30 : 34) * Theme.unit
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(root.portrait ? 2 : 4)
        y: Theme.space(root.portrait ? 1 : 2)
        spacing: Theme.space(1.5)

        Words {
            text: qsTr("Number")
            color: root.numberInk
            font.pixelSize: Theme.body
        }
        Icon {
            name: "arrow-right"
            color: root.wordInk
            size: Theme.body
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: qsTr("Window")
            color: root.counterInk
            font.pixelSize: Theme.body
        }
    }
    Grid {
        x: 0
        y: root.headHeight
        columns: root.across
        rows: root.down

        Repeater {
            model: root.calls

            Item {
                id: cell
                required property var modelData
                width: root.width / root.across
                height: root.cellHeight

                Row {
                    anchors.centerIn: parent
                    spacing: Theme.space(2)
                    Numeral {
                        text: cell.modelData.number
                        color: root.numberInk
                        font.pixelSize: Math.round(root.size)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Icon {
                        name: "arrow-right"
                        color: root.wordInk
                        size: root.size * 0.6
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Numeral {
                        text: cell.modelData.counter
                        color: root.counterInk
                        font.pixelSize: Math.round(root.size)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
        }
    }
}
