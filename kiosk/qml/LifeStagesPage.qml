pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Moments of life that bring people here.
ListPage {
    id: page

    readonly property var pictures: ({ "child": "pregnant", "marriage": "people", "work": "person", "business": "business",
        "home": "property", "papers": "police", "travel": "car", "health": "medical", "insurance": "social-security",
        "hardship": "help-hand", "retirement": "person-older", "veterans": "service-member", "school": "school" })

    objectName: "life_stages_page"
    title: qsTr("What brings you here?")
    leastHeight: (journey.largeText ? 220 : portrait ? 150 : 140) * Theme.unit
    mostHeight: 200 * Theme.unit
    model: journey.lists.lifeStages
    delegate: ChoiceTile {
        required property var modelData

        objectName: "life_stage_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        iconName: page.pictures[modelData.code] ?? "star"
        text: page.say(modelData.name)
        nameSize: Theme.label
        detail: qsTr("Services: %1").arg(modelData.services)
        onClicked: page.journey.open_life_stage(modelData.code)
    }
}
