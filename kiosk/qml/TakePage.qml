pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// A number for what most people come for in one touch, and ways to everything else: by letters above, by lists below, or
// beside where large type needs the height of a wide screen.
KioskPage {
    id: page

    required property var recent
    // Kept while the page leaves.
    property bool books: false
    readonly property bool beside: !portrait && journey.largeText
    readonly property real wide: width - 2 * side
    readonly property real aside: wide * 0.24

    objectName: "take_page"
    Component.onCompleted: books = journey.books

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: page.books ? qsTr("What would you like to book a time for?") : qsTr("What do you need a number for?")
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? page.wide : page.wide - find.width - Theme.gap - (lately.visible ? lately.width + Theme.gap : 0)
        y: page.portrait ? Theme.space(3) : find.y + (find.height - height) / 2
        height: page.portrait ? implicitHeight : Math.min(implicitHeight, find.height + Theme.space(2))
        font.pixelSize: page.beside ? Theme.heading : Theme.title
        fontSizeMode: page.portrait ? Text.FixedSize : Text.Fit
        minimumPixelSize: Theme.captionSize * Theme.unit
        verticalAlignment: Text.AlignVCenter
    }
    SearchButton {
        id: find
        objectName: "search_button"
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.portrait ? sentence.y + sentence.height + Theme.space(2) : Theme.space(2.5)
        width: page.portrait ? page.wide - (lately.visible ? lately.width + Theme.gap : 0)
            : page.wide * (lately.visible ? 0.32 : 0.4)
        height: Theme.target
        onClicked: page.journey.open_search()
    }
    BigButton {
        id: lately
        objectName: "recent_button"
        visible: page.recent.services.length > 0 && !page.books
        anchors.right: find.left
        anchors.rightMargin: Theme.gap
        y: find.y
        width: page.portrait ? page.wide * 0.36 : page.wide * 0.24
        height: find.height
        kind: "secondary"
        font.pixelSize: Theme.body
        iconName: page.recent.isShown ? "star" : "clock"
        text: page.recent.isShown ? qsTr("Popular") : qsTr("Taken lately")
        onClicked: page.recent.turn()
    }
    PagedGrid {
        id: popular
        objectName: "popular_services"
        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.top: find.bottom
        anchors.topMargin: Theme.space(3)
        anchors.bottom: page.beside ? parent.bottom : ways.top
        anchors.bottomMargin: Theme.space(3)
        width: page.beside ? page.wide - page.aside - Theme.gap : page.wide
        columns: page.portrait || page.beside ? 2 : 4
        leastHeight: (page.journey.largeText ? 220 : page.portrait ? 150 : 140) * Theme.unit
        mostHeight: 240 * Theme.unit
        model: page.recent.isShown && !page.books ? page.recent.services : page.journey.lists.popular
        delegate: ChoiceTile {
            required property var modelData

            objectName: "service_" + modelData.code
            width: popular.cellWidth - Theme.gap
            height: popular.cellHeight - Theme.gap
            zone: modelData.zone
            text: page.say(modelData.name)
            nameSize: page.portrait || page.beside ? Theme.label : Theme.body
            widestDisc: (page.portrait || page.beside ? 88 : 72) * Theme.unit
            muted: !page.books && page.say(modelData.notToday) !== ""
            detail: page.books ? page.floorWords(modelData.floor)
                : muted ? page.say(modelData.notToday) : page.waitingWords(modelData.queue)
            onClicked: page.journey.choose_service(modelData.code)
        }
    }
    WayList {
        id: ways
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.beside ? popular.y : parent.height - height - Theme.space(page.portrait ? 4 : 3)
        width: page.beside ? page.aside : page.wide
        height: page.portrait ? lines * Theme.target + (lines - 1) * Theme.gap + (lines > 1 ? 0 : 84 * Theme.unit)
            : page.beside ? parent.height - popular.y - Theme.space(3) : Theme.target
        across: page.beside ? 1 : page.portrait && shown > 3 ? 2 : shown
        inLine: !page.portrait || lines > 1
        journey: page.journey
    }
}
