pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What the hall wishes its visitors to know, one sentence after the other. Takes no touches.
Rectangle {
    id: board

    required property var notices
    required property string language
    property int turn: 0
    readonly property int current: notices.length > 0 ? turn % notices.length : 0

    objectName: "hall_notices"
    visible: notices.length > 0
    implicitHeight: visible ? sentences.height + Theme.space(5) : 0
    color: Theme.primaryPressed

    Timer {
        interval: 8000
        repeat: true
        running: board.visible && board.notices.length > 1
        onTriggered: board.turn += 1
    }
    Item {
        id: sentences
        x: Theme.space(8)
        width: parent.width - Theme.space(16)
        height: childrenRect.height
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: board.notices

            Words {
                required property var modelData
                required property int index

                objectName: opacity === 1 ? "hall_notice" : ""
                width: sentences.width
                horizontalAlignment: Text.AlignHCenter
                text: modelData[board.language]
                color: Theme.onPrimaryQuiet
                font.pixelSize: Theme.body
                opacity: index === board.current ? 1 : 0
                visible: opacity > 0
                maximumLineCount: 3
                elide: Text.ElideRight

                Behavior on opacity {
                    NumberAnimation { duration: Theme.duration(200) }
                }
            }
        }
    }
}
