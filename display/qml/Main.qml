import QtQuick
import QtQuick.Window
import Jiaohao

// A board on any screen of 16:9 or 9:16. Everything is measured against the screen's height.
Window {
    id: window

    required property var board
    required property var announcer
    required property var clock

    title: qsTr("Board of the hall")
    width: 1920
    height: 1080
    color: Theme.page

    Binding {
        target: Theme
        property: "unit"
        value: (window.height - practice.height) / 1080
    }

    HoverHandler {
        enabled: window.visibility === Window.FullScreen
        cursorShape: Qt.BlankCursor
    }
    PracticeBand {
        id: practice
        shown: window.board.practice
        width: parent.width
        size: window.height / 50
        ground: Theme.primary
    }
    BoardPage {
        anchors.fill: parent
        anchors.topMargin: practice.height
        visible: !window.board.empty
        portrait: window.height > window.width
        board: window.board
        announcer: window.announcer
        clock: window.clock
    }

    CalmPage {
        objectName: "starting_page"
        anchors.fill: parent
        visible: window.board.empty && (window.board.away || window.board.problem !== "")
        maximumWidth: window.width * 0.8
        iconName: "database-off"
        title: qsTr("This screen is not ready yet")
        happened: window.board.problem !== "" ? window.board.problem
            : qsTr("The calling system cannot be reached at the moment.")
        advice: qsTr("Please watch the screens at the windows.")
        help: qsTr("The guide desk will help you.")
    }
}
