import QtQuick
import Jiaohao

// Whose hall, what it has to say, and the time.
Rectangle {
    id: line

    required property real edge
    required property bool portrait
    required property var board
    required property var clock

    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.stroke
        color: Theme.border
    }
    Words {
        id: hall
        visible: !line.portrait
        x: line.edge
        width: Math.min(implicitWidth, line.width * 0.36)
        anchors.verticalCenter: parent.verticalCenter
        text: line.board.hallName
        bold: true
        font.pixelSize: Theme.caption
        elide: Text.ElideRight
        maximumLineCount: 1
        wrapMode: Text.NoWrap
    }
    Ticker {
        anchors.left: line.portrait ? parent.left : hall.right
        anchors.leftMargin: line.portrait ? line.edge : line.edge * 1.5
        anchors.right: time.left
        anchors.rightMargin: line.edge
        height: parent.height
        texts: line.board.ticker
    }
    ClockText {
        id: time
        anchors.right: parent.right
        anchors.rightMargin: line.edge
        anchors.verticalCenter: parent.verticalCenter
        clock: line.clock
        stacked: false
        dateShown: !line.portrait
        timeSize: Theme.heading
        dateSize: Theme.caption
    }
}
