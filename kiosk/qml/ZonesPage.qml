pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The zones of the hall with the letters and colours of the signs.
ListPage {
    id: page

    objectName: "zones_page"
    title: qsTr("Choose a zone")
    columns: portrait ? 1 : 3
    leastHeight: 180 * Theme.unit
    mostHeight: (portrait ? 230 : 300) * Theme.unit
    model: journey.lists.zones
    delegate: ChoiceTile {
        required property var modelData

        objectName: "zone_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        zone: modelData.code
        text: page.say(modelData.name)
        nameSize: Theme.heading
        detail: page.floorWords(modelData.floor) + " · " + qsTr("Services: %1").arg(modelData.services)
        onClicked: page.journey.open_zone(modelData.code)
    }
}
