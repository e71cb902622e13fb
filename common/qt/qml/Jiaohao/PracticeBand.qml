import QtQuick
import Jiaohao

// Across the top of every screen of a practice hall, in both languages at once.
Rectangle {
    id: band

    property bool shown: false
    property real size: Theme.caption
    property color ground: Theme.caution

    objectName: "practice_band"
    visible: shown
    implicitHeight: words.implicitHeight * 1.6
    height: shown ? implicitHeight : 0
    color: ground

    Words {
        id: words
        anchors.centerIn: parent
        width: Math.min(implicitWidth, band.width - Theme.space(4))
        fontSizeMode: Text.HorizontalFit
        font.pixelSize: band.size
        minimumPixelSize: band.size / 2
        bold: true
        color: Theme.onPrimary
        text: "练习模式 PRACTICE"
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
