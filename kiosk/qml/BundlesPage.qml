pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Errands of several services that need one number only (一件事).
ListPage {
    id: page

    objectName: "bundles_page"
    title: qsTr("One number for the whole errand")
    columns: portrait ? 1 : 2
    leastHeight: (journey.largeText ? 200 : portrait ? 150 : 138) * Theme.unit
    mostHeight: 190 * Theme.unit
    model: journey.lists.bundles
    delegate: ChoiceTile {
        required property var modelData

        objectName: "bundle_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        iconName: "bundle"
        text: page.say(modelData.name)
        nameSize: Theme.heading
        muted: page.say(modelData.notToday) !== ""
        detail: muted ? page.say(modelData.notToday) : qsTr("Services: %1").arg(modelData.services)
        badges: modelData.zones
        onClicked: page.journey.choose_bundle(modelData.code)
    }
}
