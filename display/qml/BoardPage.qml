import QtQuick
import Jiaohao

// Banner on the top third, calls, waiting lines, and one line with ticker and clock.
Item {
    id: page

    required property bool portrait
    required property var board
    required property var announcer
    required property var clock
    readonly property real edge: Theme.space(portrait ? 2 : 4)
    // More calls than one column holds stand in two, until few of them are left.
    property bool spread: false
    readonly property int called: calls.count
    readonly property bool several: board.callsLeaf.count > 1
    onCalledChanged: spread = several || called > calls.rowsShown || (spread && called > calls.rowsShown / 2)

    Banner {
        id: banner
        width: page.width
        height: page.height / 3
        portrait: page.portrait
        board: page.board
        announcer: page.announcer
        visible: !page.board.away
    }
    AwayNotice {
        anchors.fill: banner
        visible: page.board.away
        portrait: page.portrait
        board: page.board
    }

    CallTable {
        id: calls
        x: page.edge
        anchors.top: banner.bottom
        width: page.portrait ? page.width - 2 * page.edge : page.width * 0.66 - page.edge
        height: page.portrait ? page.height * 0.368 : page.height - banner.height - lastLine.height
        columns: page.portrait || page.board.counterCount <= rowsShown || !page.spread ? 1 : 2
        rowsShown: page.portrait ? 5 : 8
        board: page.board
        opacity: page.board.away ? 0.45 : 1
    }
    Rectangle {
        visible: !page.portrait
        anchors.left: calls.right
        anchors.leftMargin: page.edge * 0.75
        anchors.top: banner.bottom
        anchors.bottom: lastLine.top
        anchors.right: parent.right
        color: Theme.surfaceSunken
    }
    Rectangle {
        visible: page.portrait
        anchors.top: calls.bottom
        anchors.bottom: lastLine.top
        width: parent.width
        color: Theme.surfaceSunken
    }
    QueueList {
        anchors.left: page.portrait ? parent.left : calls.right
        anchors.leftMargin: page.portrait ? page.edge : page.edge * 1.75
        anchors.right: parent.right
        anchors.rightMargin: page.edge
        anchors.top: page.portrait ? calls.bottom : banner.bottom
        anchors.bottom: lastLine.top
        rowsShown: page.portrait ? 3 : 7
        board: page.board
        opacity: page.board.away ? 0.45 : 1
    }

    BottomLine {
        id: lastLine
        anchors.bottom: parent.bottom
        width: page.width
        height: Theme.space(page.portrait ? 8 : 9)
        edge: page.edge
        portrait: page.portrait
        board: page.board
        clock: page.clock
    }
}
