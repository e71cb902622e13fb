import QtQuick

// The band above every page: where I am on the left, the time on the right.
Item {
    id: bar

    required property string title
    required property var clock
    property string subtitle: ""
    property string iconName: ""

    implicitHeight: Math.max(words.implicitHeight, time.implicitHeight) + Theme.space(6)

    Icon {
        id: mark
        visible: bar.iconName !== ""
        name: bar.iconName
        color: Theme.primary
        size: visible ? Theme.title * 1.15 : 0
        x: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: mark.visible ? mark.right : parent.left
        anchors.leftMargin: mark.visible ? Theme.space(2.5) : Theme.space(6)
        anchors.right: time.left
        anchors.rightMargin: Theme.space(3)

        Words {
            width: parent.width
            text: bar.title
            bold: true
            font.pixelSize: Theme.heading
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: bar.subtitle
            color: Theme.quiet
            font.pixelSize: Theme.caption
        }
    }
    ClockText {
        id: time
        clock: bar.clock
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
    }
}
