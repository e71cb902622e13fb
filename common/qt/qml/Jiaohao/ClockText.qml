import QtQuick

// Hall time and date beside each other or stacked. `clock` is a HallClock (common/qt/hall_time.py).
Item {
    id: root

    required property var clock
    property bool stacked: true
    property bool dateShown: true
    property color color: Theme.text
    property color dateColor: Theme.quiet
    property int timeSize: Theme.title
    property int dateSize: Theme.caption

    implicitWidth: stacked ? Math.max(time.implicitWidth, date.implicitWidth)
        : time.implicitWidth + (dateShown ? date.implicitWidth + timeSize * 0.4 : 0)
    implicitHeight: stacked && dateShown ? time.implicitHeight + date.implicitHeight * 1.05 : time.implicitHeight
    Accessible.role: Accessible.Clock
    Accessible.name: root.clock.timeText + ", " + root.clock.dateText

    Numeral {
        id: time
        anchors.right: parent.right
        anchors.top: parent.top
        text: root.clock.timeText
        color: root.color
        font.pixelSize: root.timeSize
        lineHeight: 0.9
    }
    Words {
        id: date
        visible: root.dateShown
        anchors.right: root.stacked ? parent.right : time.left
        anchors.rightMargin: root.stacked ? 0 : root.timeSize * 0.4
        anchors.bottom: root.stacked ? parent.bottom : undefined
        anchors.verticalCenter: root.stacked ? undefined : time.verticalCenter
        text: root.clock.dateText
        color: root.dateColor
        font.pixelSize: root.dateSize
        wrapMode: Text.NoWrap
    }
}
