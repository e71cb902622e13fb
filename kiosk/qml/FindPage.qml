pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Finding by letters: what was typed, the letters, and what it finds at each of them.
KioskPage {
    id: page

    required property var finding
    // Kept while the page leaves.
    property bool readsFirst: false
    property bool books: false
    readonly property bool none: finding.results.length === 0
    readonly property real wide: width - 2 * side

    objectName: "find_page"
    focus: true
    Component.onCompleted: {
        readsFirst = journey.readsFirst;
        books = journey.books;
        forceActiveFocus();
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.finding.erase();
        else if (event.key === Qt.Key_Delete || (event.key === Qt.Key_Escape && page.finding.typed !== ""))
            page.finding.clear();
        else if (event.text.length === 1 && event.key !== Qt.Key_Escape && event.key !== Qt.Key_Tab && event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)
            page.finding.press(event.text);
        else
            return;
        event.accepted = true;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? page.wide : pad.width
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.portrait ? 4 : 2.5)
        text: page.readsFirst ? qsTr("Guides: what would you like to read about?")
            : page.books ? qsTr("What would you like to book a time for?") : qsTr("What are you looking for?")
        height: Math.ceil(Theme.title * 1.35)
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        wrapMode: Text.NoWrap
    }
    TypedLetters {
        id: field
        anchors.left: sentence.left
        width: pad.width
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 3 : 2)
        typed: page.finding.typed
    }
    PagedGrid {
        id: found
        objectName: "found"
        visible: !page.none
        anchors.left: page.portrait ? parent.left : pad.right
        anchors.leftMargin: page.side
        width: page.portrait ? page.wide : page.wide - pad.width - page.side
        anchors.top: page.portrait ? field.bottom : parent.top
        anchors.topMargin: Theme.space(page.portrait ? 3 : 3.5)
        anchors.bottom: page.portrait ? pad.top : parent.bottom
        anchors.bottomMargin: Theme.space(3)
        columns: 1
        leastHeight: (page.journey.largeText ? 180 : 138) * Theme.unit
        mostHeight: leastHeight * 1.15
        model: page.finding.results
        onModelChanged: toTop()
        delegate: FoundTile {
            required property var modelData

            objectName: (modelData.isBundle ? "bundle_" : "service_") + modelData.code
            width: found.cellWidth - Theme.gap
            height: found.cellHeight - Theme.gap
            zone: modelData.zone ?? ""
            iconName: modelData.isBundle ? "bundle" : ""
            pieces: modelData.pieces[page.language] ?? []
            matched: modelData.matched
            muted: !page.books && page.say(modelData.notToday) !== ""
            detail: page.books ? page.floorWords(modelData.floor)
                : muted ? page.say(modelData.notToday)
                : modelData.isBundle ? qsTr("Services: %1").arg(modelData.services)
                : page.floorWords(modelData.floor) + " · " + page.waitingWords(modelData.queue)
            onClicked: {
                if (modelData.isBundle)
                    page.journey.choose_bundle(modelData.code);
                else
                    page.journey.choose_service(modelData.code);
            }
        }
    }
    ScrollArea {
        id: advice
        visible: page.none
        anchors.left: found.left
        width: found.width
        anchors.top: found.top
        anchors.bottom: found.bottom

        FindAdvice {
            width: advice.width
            across: page.portrait ? 2 : 1
            journey: page.journey
            typed: page.finding.typed
            ready: page.finding.ready
        }
    }
    // Its keys stand as everywhere, but its side is that where words begin.
    Item {
        id: pad
        anchors.left: parent.left
        anchors.leftMargin: page.side
        y: parent.height - height - Theme.space(page.portrait ? 4 : 3)
        width: page.portrait ? page.wide : page.wide * 0.52
        height: letters.height
        readonly property real room: page.height - field.y - field.height - Theme.space(6)

        LetterPad {
            id: letters
            width: parent.width
            keyHeight: page.portrait ? Theme.target * 1.1
                : Math.max(Theme.target, Math.min(Theme.target * 1.5, (pad.room - 3 * between) / 4))
            onPressed: sign => page.finding.press(sign)
            onErased: page.finding.erase()
            onCleared: page.finding.clear()
        }
    }
}
