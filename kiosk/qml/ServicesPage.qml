pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The services of a zone or a department.
ListPage {
    id: page

    objectName: "services_page"
    title: say(journey.services.title)
    zone: journey.services.zone ?? ""
    leastHeight: (journey.largeText ? 220 : portrait ? 170 : 145) * Theme.unit + roomForReasons(model)
    mostHeight: 220 * Theme.unit + roomForReasons(model)
    model: journey.services.items ?? []
    delegate: ChoiceTile {
        required property var modelData

        objectName: "service_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        zone: modelData.zone
        text: page.say(modelData.name)
        nameSize: Theme.label
        muted: page.say(modelData.notToday) !== ""
        detail: muted ? page.say(modelData.notToday) : page.waitingWords(modelData.queue)
        onClicked: page.journey.choose_service(modelData.code)
    }
}
