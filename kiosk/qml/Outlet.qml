import QtQuick
import Jiaohao

// Points to where the slip comes out: the slot below the screen.
Item {
    id: outlet

    property bool still: false

    objectName: "slip_outlet"
    implicitHeight: words.implicitHeight + Theme.heading + Theme.space(4)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("The slip comes out below the screen")

    Column {
        anchors.centerIn: parent
        spacing: Theme.space(1)

        Words {
            id: words
            width: outlet.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The slip comes out below the screen")
            color: Theme.primary
            bold: true
            font.pixelSize: Theme.label
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
        }
        Item {
            // The words say it where there is no room to point.
            opacity: outlet.height < words.height + Theme.heading ? 0 : 1
            anchors.horizontalCenter: parent.horizontalCenter
            width: arrow.width
            height: Math.min(outlet.height - Theme.space(9), 150 * Theme.unit)

            Icon {
                id: arrow
                name: "arrow-down"
                color: Theme.primary
                size: Math.max(Theme.heading, Math.min(parent.height, 120 * Theme.unit))

                SequentialAnimation on y {
                    running: outlet.visible && !outlet.still && Theme.motion
                    loops: 5
                    NumberAnimation { to: Theme.space(2); duration: 300; easing.type: Easing.OutCubic }
                    NumberAnimation { to: 0; duration: 300; easing.type: Easing.OutCubic }
                }
            }
        }
    }
}
