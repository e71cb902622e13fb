pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What most people come for in one touch, and three ways to everything else: below, or beside where large
// type needs the height of a wide screen.
KioskPage {
    id: page

    readonly property bool beside: !portrait && journey.largeText

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
        width: (page.beside ? ways.x - Theme.gap : parent.width - page.side) - x
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
            detail: page.waitingWords(modelData.queue)
            onClicked: page.journey.choose_service(modelData.code)
        }
    }
    Words {
        id: others
        readonly property bool inRow: !page.portrait && !page.beside

        text: qsTr("Looking for something else?")
        color: Theme.quiet
        font.pixelSize: inRow ? Theme.body : Theme.label
        x: page.beside ? ways.x : page.side
        width: inRow ? popular.cellWidth - Theme.gap : ways.width
        y: inRow ? ways.y + (ways.height - height) / 2 : page.beside ? popular.y : ways.y - height - Theme.space(2)
    }
    WayList {
        id: ways
        x: parent.width - page.side - width
        y: page.beside ? others.y + others.height + Theme.space(2)
            : parent.height - height - Theme.space(page.portrait ? 4 : 3)
        width: page.portrait ? parent.width - 2 * page.side
            : page.beside ? (parent.width - 2 * page.side) * 0.24
            : 3 * popular.cellWidth - Theme.gap
        height: page.portrait ? 180 * Theme.unit : page.beside ? parent.height - y - Theme.space(3) : Theme.target
        across: !page.beside
        inLine: !page.portrait
        journey: page.journey
    }
}
