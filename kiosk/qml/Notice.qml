import QtQuick
import Jiaohao

// A calm sentence in a tinted box. `kind`: "caution", "good" or "primary".
Rectangle {
    id: notice

    property string kind: "caution"
    property string iconName: "info"
    property string text: ""
    property int pixelSize: Theme.body
    property bool strong: false
    readonly property color ink: kind === "good" ? Theme.good : kind === "primary" ? Theme.primary : Theme.caution

    implicitHeight: words.implicitHeight + Theme.space(4)
    radius: Theme.radius
    color: kind === "good" ? Theme.goodSoft : kind === "primary" ? Theme.primarySoft : Theme.cautionSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: mark
        name: notice.iconName
        color: notice.ink
        size: notice.pixelSize * 1.3
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        objectName: "notice_words"
        anchors.left: mark.right
        anchors.leftMargin: Theme.space(2)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
        text: notice.text
        color: notice.ink
        bold: notice.strong
        font.pixelSize: notice.pixelSize
    }
}
