import QtQuick
import Jiaohao

// The last seconds of a visit that nobody seems to continue. A touch anywhere continues it.
Item {
    id: notice

    required property var idle
    required property var journey
    readonly property bool modal: true

    objectName: "idle_notice"
    visible: idle.warning && journey.depth > 1 && !journey.isInterrupted

    Rectangle {
        anchors.fill: parent
        color: Theme.shadow
        opacity: 0.55
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
    }
    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.space(12), 840 * Theme.unit)
        height: rows.implicitHeight + Theme.space(14)

        Column {
            id: rows
            anchors.centerIn: parent
            width: parent.width - Theme.space(12)
            spacing: Theme.space(4)

            CountdownRing {
                anchors.horizontalCenter: parent.horizontalCenter
                size: 220 * Theme.unit
                seconds: notice.idle.secondsLeft
                total: 15
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Are you still there?")
                bold: true
                font.pixelSize: Theme.title
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("This page closes soon and nothing of it is kept.")
                color: Theme.quiet
                font.pixelSize: Theme.label
            }
            BigButton {
                objectName: "continue_button"
                width: parent.width
                height: Theme.target * 1.3
                text: qsTr("Continue")
                onClicked: notice.idle.touched()
            }
        }
    }
}
