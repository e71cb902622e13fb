pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The services of a zone or a department.
ListPage {
    id: page

    objectName: "services_page"
    title: say(journey.services.title)
    zone: journey.services.zone ?? ""
    columns: portrait ? 2 : 3
    leastHeight: (portrait ? 170 : 150) * Theme.unit * Theme.textScale
    mostHeight: 220 * Theme.unit
    model: journey.services.items ?? []
    delegate: ChoiceTile {
        required property var modelData

        objectName: "service_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        zone: modelData.zone
        text: page.say(modelData.name)
        detail: qsTr("Counters %1").arg(modelData.counters) + " · " + page.waitingWords(modelData.queue)
        onClicked: page.journey.chooseService(modelData.code)
    }
}
