pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The waiting lines: how many wait, and who will probably be next.
Item {
    id: list

    required property int rowsShown
    required property var board
    readonly property real rowHeight: (height - head.height - Theme.space(1)) / rowsShown

    Item {
        id: head
        width: parent.width
        height: Theme.space(6)

        Icon {
            id: people
            name: "people"
            color: Theme.quiet
            size: Theme.label
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            anchors.left: people.right
            anchors.leftMargin: Theme.space(1)
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%n waiting", "people on the whole board", list.board.waitingCount)
            color: Theme.quiet
            font.pixelSize: Theme.caption
        }
        PageMark {
            visible: count > 1
            number: list.board.queuesLeaf.number
            count: list.board.queuesLeaf.count
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Repeater {
        model: list.board.queues

        QueueRow {
            required property int index
            y: head.height + index * list.rowHeight
            width: list.width
            height: list.rowHeight
            ruled: index > 0
        }
    }
}
