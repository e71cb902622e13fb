pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What most people come for in one touch, and three ways to everything else.
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
        anchors.topMargin: Theme.space(page.portrait ? 5 : 3)
    }
    PagedGrid {
        id: popular
        objectName: "popular_services"
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 4 : 3)
        anchors.bottom: others.top
        anchors.bottomMargin: Theme.space(page.portrait ? 4 : 2)
        x: page.side
        width: parent.width - 2 * page.side
        columns: page.portrait ? 2 : 4
        leastHeight: (page.portrait ? 150 : 140) * Theme.unit * Theme.textScale
        mostHeight: 240 * Theme.unit
        model: page.journey.popular
        delegate: ChoiceTile {
            required property var modelData

            objectName: "service_" + modelData.code
            width: popular.cellWidth - Theme.gap
            height: popular.cellHeight - Theme.gap
            zone: modelData.zone
            text: page.say(modelData.name)
            detail: page.floorWords(modelData.floor) + " · " + page.waitingWords(modelData.queue)
            onClicked: page.journey.chooseService(modelData.code)
        }
    }
    Words {
        id: others
        text: qsTr("Looking for something else?")
        color: Theme.quiet
        font.pixelSize: Theme.label
        x: page.side
        anchors.bottom: ways.top
        anchors.bottomMargin: Theme.space(2)
    }
    Row {
        id: ways
        readonly property real each: (width - 2 * Theme.gap) / 3

        x: page.side
        width: parent.width - 2 * page.side
        height: (page.portrait ? 190 : 128) * Theme.unit
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(page.portrait ? 5 : 3)
        spacing: Theme.gap

        WayTile {
            objectName: "zones_button"
            width: ways.each
            height: ways.height
            stacked: page.portrait
            iconName: "floor"
            text: qsTr("By zone")
            onClicked: page.journey.openZones()
        }
        WayTile {
            objectName: "departments_button"
            width: ways.each
            height: ways.height
            stacked: page.portrait
            iconName: "business"
            text: qsTr("By department")
            onClicked: page.journey.openDepartments()
        }
        WayTile {
            objectName: "bundles_button"
            width: ways.each
            height: ways.height
            stacked: page.portrait
            iconName: "bundle"
            text: qsTr("One errand, several services")
            onClicked: page.journey.openBundles()
        }
    }
}
