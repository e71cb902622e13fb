import QtQuick
import Jiaohao

// One call as the largest thing on the wall: number, where to, and which way.
Item {
    id: root

    required property bool portrait
    required property var call
    required property bool live
    required property var board
    required property color numberInk
    required property color counterInk
    required property color wordInk
    readonly property real big: (portrait ? 150 : 224) * Theme.unit
    readonly property int floor: board.zoneFloors[call.zone] ?? 0

    Words {
        id: heading
        x: Theme.space(root.portrait ? 2 : 4)
        y: Theme.space(2)
        text: !root.live ? qsTr("Latest call") : root.call.times > 1 ? qsTr("Called again") : qsTr("Now calling")
        color: root.wordInk
        bold: root.live
        font.pixelSize: 34 * Theme.unit
    }
    Row {
        id: place
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(root.portrait ? 2 : 4)
        y: Theme.space(2)
        spacing: Theme.space(1.5)

        ZoneBadge {
            letter: root.call.zone
            size: 44 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: root.board.zoneNames[root.call.zone] ?? ""
            // The letter and the floor say enough where the whole name has no room.
            visible: implicitWidth <= root.width - heading.width - floorWords.width - Theme.space(14)
            color: root.wordInk
            font.pixelSize: (root.portrait ? 28 : 34) * Theme.unit
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: floorWords
            visible: root.floor > 0
            text: qsTr("Floor %1").arg(root.floor)
            color: root.wordInk
            bold: true
            font.pixelSize: (root.portrait ? 28 : 34) * Theme.unit
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.space(root.portrait ? 3 : 3.5)
        columns: root.portrait ? 1 : 3
        columnSpacing: Theme.space(8)
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Item {
            width: number.implicitWidth
            height: root.portrait ? root.big * 0.96 : number.implicitHeight
            Numeral {
                id: number
                objectName: "banner_number"
                anchors.centerIn: parent
                text: root.call.number
                color: root.numberInk
                font.pixelSize: root.big
            }
        }
        Icon {
            visible: !root.portrait
            name: "arrow-right"
            color: root.wordInk
            size: 130 * Theme.unit
        }
        Row {
            height: root.portrait ? root.big * 0.78 : implicitHeight
            spacing: Theme.space(root.portrait ? 2.5 : 3)
            Icon {
                visible: root.portrait
                name: "arrow-right"
                color: root.wordInk
                size: 72 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                text: qsTr("Window")
                color: root.counterInk
                bold: true
                wrapMode: Text.NoWrap
                font.pixelSize: (root.portrait ? 54 : 72) * Theme.unit
                anchors.baseline: counter.baseline
            }
            Numeral {
                id: counter
                objectName: "banner_counter"
                text: root.call.counter
                color: root.counterInk
                font.pixelSize: root.portrait ? root.big * 0.8 : root.big
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
