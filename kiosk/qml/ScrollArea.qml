import QtQuick
import Jiaohao

// Content that may be taller than its place: flicked, or moved by a round arrow that shows there is more.
Item {
    id: area

    default property alias content: inner.data
    property alias spacing: inner.spacing
    // What it lies on.
    property color ground: Theme.page
    readonly property bool more: flick.contentHeight - flick.contentY - flick.height > Theme.space(1)

    Flickable {
        id: flick
        objectName: "scroll"
        anchors.fill: parent
        contentHeight: inner.implicitHeight
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive

        Column {
            id: inner
            width: flick.width
        }
        NumberAnimation on contentY {
            id: slide
            running: false
            duration: Theme.duration(180)
            easing.type: Easing.OutCubic
        }
    }
    // What goes on below fades out behind the arrow.
    Rectangle {
        visible: area.more
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.min(Theme.target * 1.35, parent.height / 3)
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(area.ground, 0) }
            GradientStop { position: 1; color: area.ground }
        }
    }
    BigButton {
        objectName: "scroll_button"
        visible: area.more || flick.contentY > 0
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: Theme.target
        height: Theme.target
        kind: "secondary"
        iconName: area.more ? "arrow-down" : "arrow-up"
        text: ""
        Accessible.name: area.more ? qsTr("More") : qsTr("Back to the top")
        onClicked: {
            slide.to = area.more ? Math.min(flick.contentY + flick.height * 0.8, flick.contentHeight - flick.height) : 0;
            slide.restart();
        }
    }
}
