import QtQuick
import QtQuick.Window
import Jiaohao

// Above every page: whose hall this is, which kiosk, and the time.
Item {
    id: header

    required property string hallName
    required property var clock
    required property var basket
    required property var kiosk
    required property var access
    required property string language

    readonly property bool portrait: Window.height >= Window.width
    readonly property string kioskWords: (kiosk.here[language] ?? "")
        + (kiosk.paperLow ? " · " + qsTr("Paper is running low; the staff know.") : "")
    signal readWished

    implicitHeight: Math.max(time.implicitHeight, mark.height, words.implicitHeight) + Theme.space(portrait ? 5 : 3)

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
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(6)
        width: 84 * Theme.unit
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
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.space(3)
        anchors.right: chosen.visible ? chosen.left : speak.visible ? speak.left : time.left
        anchors.rightMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            objectName: "hall_name"
            width: parent.width
            horizontalAlignment: Text.AlignLeft
            text: header.hallName
            bold: true
            height: Math.min(implicitHeight, 112 * Theme.unit)
            font.pixelSize: Theme.headingSize * Theme.unit
            lineHeight: 0.9
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.captionSize * Theme.unit
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Words {
            objectName: "kiosk_name"
            visible: text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignLeft
            text: header.kioskWords
            color: Theme.quiet
            font.pixelSize: Theme.captionSize * Theme.unit
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    BasketMark {
        id: chosen
        basket: header.basket
        anchors.right: speak.visible ? speak.left : time.left
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
    }
    BarButton {
        id: speak
        objectName: "read_aloud_button"
        visible: header.access.canRead
        anchors.right: time.left
        anchors.rightMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
        height: 100 * Theme.unit
        iconName: "speaker"
        text: qsTr("Read aloud")
        onClicked: header.readWished()
    }
    ClockText {
        id: time
        clock: header.clock
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
        dateSize: Theme.captionSize * Theme.unit
        timeSize: Theme.titleSize * Theme.unit
    }
}
