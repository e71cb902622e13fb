import QtQuick
import QtQuick.Window
import Jiaohao

// Above every page: whose hall this is, and the time.
Item {
    id: header

    required property string hallName
    required property var clock

    readonly property bool portrait: Window.height >= Window.width

    implicitHeight: Math.max(time.implicitHeight, mark.height) + Theme.space(portrait ? 6 : 3.5)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        width: parent.width
        height: Theme.stroke
        anchors.bottom: parent.bottom
        color: Theme.border
    }
    Rectangle {
        id: mark
        x: Theme.space(6)
        width: 80 * Theme.unit
        height: width
        radius: width * 0.26
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.primary

        Icon {
            anchors.centerIn: parent
            name: "reception"
            color: Theme.onPrimary
            size: parent.width * 0.62
        }
    }
    Words {
        id: name
        objectName: "hall_name"
        anchors.left: mark.right
        anchors.leftMargin: Theme.space(3)
        anchors.right: time.left
        anchors.rightMargin: Theme.space(4)
        anchors.verticalCenter: parent.verticalCenter
        text: header.hallName
        bold: true
        font.pixelSize: Theme.headingSize * Theme.unit
        height: parent.height - Theme.space(2)
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.VerticalFit
        minimumPixelSize: Theme.captionSize * Theme.unit
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    ClockText {
        id: time
        clock: header.clock
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
    }
}
