pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What most people come for in one touch, and three ways to everything else: below on an upright screen,
// beside on a wide one.
KioskPage {
    id: page

    objectName: "home_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("What would you like to do today?")
        x: page.side
        width: parent.width - 2 * page.side
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.portrait ? 5 : 2.5)
    }
    PagedGrid {
        id: popular
        objectName: "popular_services"
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 4 : 2.5)
        anchors.bottom: page.portrait ? others.top : parent.bottom
        anchors.bottomMargin: Theme.space(3)
        x: page.side
        width: page.portrait ? parent.width - 2 * page.side : ways.x - Theme.gap - x
        columns: page.portrait || page.journey.largeText ? 2 : 3
        leastHeight: (page.journey.largeText ? 220 : page.portrait ? 150 : 138) * Theme.unit
        mostHeight: 240 * Theme.unit
        model: page.journey.popular
        delegate: ChoiceTile {
            required property var modelData

            objectName: "service_" + modelData.code
            width: popular.cellWidth - Theme.gap
            height: popular.cellHeight - Theme.gap
            zone: modelData.zone
            text: page.say(modelData.name)
            nameSize: Theme.label
            detail: page.waitingWords(modelData.queue)
            onClicked: page.journey.choose_service(modelData.code)
        }
    }
    Words {
        id: others
        text: qsTr("Looking for something else?")
        color: Theme.quiet
        font.pixelSize: Theme.label
        x: page.portrait ? page.side : ways.x
        width: page.portrait ? parent.width - 2 * page.side : ways.width
        anchors.bottom: page.portrait ? ways.top : undefined
        anchors.bottomMargin: Theme.space(2)
        anchors.top: page.portrait ? undefined : popular.top
    }
    WayList {
        id: ways
        x: page.portrait ? page.side : parent.width - page.side - width
        width: page.portrait ? parent.width - 2 * page.side : (parent.width - 2 * page.side) * 0.24
        anchors.top: page.portrait ? undefined : others.bottom
        anchors.topMargin: Theme.space(2)
        height: page.portrait ? 180 * Theme.unit : parent.height - y - Theme.space(3)
        anchors.bottom: page.portrait ? parent.bottom : undefined
        anchors.bottomMargin: Theme.space(4)
        across: page.portrait
        journey: page.journey
    }
}
