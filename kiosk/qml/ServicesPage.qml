pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The services of a zone, a department or a moment of life.
ListPage {
    id: page

    // Read once: it may be of hundreds of services.
    readonly property var list: journey.lists.services
    // Kept while the page leaves.
    property bool books: false

    objectName: "services_page"
    Component.onCompleted: books = journey.books
    title: say(list.title)
    zone: list.zone ?? ""
    leastHeight: (journey.largeText ? 220 : portrait ? 170 : 145) * Theme.unit + roomForReasons(model)
    mostHeight: 220 * Theme.unit + roomForReasons(model)
    model: list.items ?? []
    delegate: ChoiceTile {
        required property var modelData

        objectName: (modelData.isBundle ? "bundle_" : "service_") + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        zone: modelData.zone ?? ""
        iconName: modelData.isBundle ? "bundle" : ""
        text: page.say(modelData.name)
        nameSize: Theme.label
        muted: !page.books && page.say(modelData.notToday) !== ""
        detail: page.books ? page.floorWords(modelData.floor)
            : muted ? page.say(modelData.notToday)
            : modelData.isBundle ? qsTr("One errand · services: %1").arg(modelData.services)
            : page.waitingWords(modelData.queue)
        onClicked: {
            if (modelData.isBundle)
                page.journey.choose_bundle(modelData.code);
            else
                page.journey.choose_service(modelData.code);
        }
    }
}
