import QtQuick
import Jiaohao

// Something to fill in above a page, which waits. A touch beside it closes it.
FocusScope {
    id: sheet

    default property alias content: card.content
    property real wantedWidth: 920 * Theme.unit
    property real wantedHeight: 0
    readonly property bool wide: width > height
    // Nothing behind it can be reached.
    readonly property bool modal: true
    signal closed

    visible: false
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    Keys.onEscapePressed: sheet.closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.shadow
        opacity: 0.55
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: sheet.closed()
    }
    MouseArea {
        anchors.fill: card
        Accessible.ignored: true
    }
    Card {
        id: card
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.space(8), sheet.wantedWidth * Theme.textScale)
        height: sheet.wantedHeight
    }
}
