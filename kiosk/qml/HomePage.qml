pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What most people come for in one touch, and three ways to everything else: below, or beside where large
// type needs the height of a wide screen.
KioskPage {
    id: page

    readonly property bool beside: !portrait && journey.largeText
    readonly property bool inRow: !portrait && !journey.largeText
    readonly property real wide: width - 2 * side
    readonly property real aside: wide * 0.24

    objectName: "home_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("What would you like to do today?")
        x: page.side
        width: parent.width - 2 * page.side
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.portrait ? 5 : 2)
    }
    PagedGrid {
        id: popular
        objectName: "popular_services"
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 4 : 2)
        anchors.bottom: page.portrait ? others.top : page.beside ? parent.bottom : ways.top
        anchors.bottomMargin: Theme.space(3)
        x: page.side
        width: page.beside ? page.wide - page.aside - Theme.gap : page.wide
        columns: page.portrait || page.beside ? 2 : 4
        leastHeight: (page.journey.largeText ? 220 : page.portrait ? 150 : 140) * Theme.unit
        mostHeight: 240 * Theme.unit
        model: page.journey.popular
        delegate: ChoiceTile {
            required property var modelData

            objectName: "service_" + modelData.code
            width: popular.cellWidth - Theme.gap
            height: popular.cellHeight - Theme.gap
            zone: modelData.zone
            text: page.say(modelData.name)
            nameSize: page.portrait || page.beside ? Theme.label : Theme.body
            widestDisc: (page.portrait || page.beside ? 88 : 72) * Theme.unit
            muted: page.say(modelData.notToday) !== ""
            detail: muted ? page.say(modelData.notToday) : page.waitingWords(modelData.queue)
            onClicked: page.journey.choose_service(modelData.code)
        }
    }
    Words {
        id: others
        text: qsTr("Looking for something else?")
        color: Theme.quiet
        font.pixelSize: page.inRow ? Theme.body : Theme.label
        x: page.beside ? ways.x : page.side
        width: page.inRow ? page.wide - ways.width - Theme.gap : ways.width
        y: page.inRow ? ways.y + (ways.height - height) / 2 : page.beside ? popular.y : ways.y - height - Theme.space(2)
    }
    WayList {
        id: ways
        x: parent.width - page.side - width
        y: page.beside ? popular.y + others.implicitHeight + Theme.space(2)
            : parent.height - height - Theme.space(page.portrait ? 4 : 3)
        width: page.portrait ? page.wide : page.beside ? page.aside : (page.wide + Theme.gap) * 0.75 - Theme.gap
        height: page.portrait ? 180 * Theme.unit
            : page.beside ? parent.height - popular.y - others.implicitHeight - Theme.space(5) : Theme.target
        across: !page.beside
        inLine: !page.portrait
        journey: page.journey
    }
}
