pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What it is about.
ListPage {
    id: page

    required property var opinions
    readonly property var pictures: ({ "staff": "counter", "waiting": "clock", "process": "paper", "place": "reception",
        "machine": "touch", "other": "info" })

    objectName: "opinion_topic_page"
    title: qsTr("What is it about?")
    columns: portrait ? 2 : 3
    leastHeight: 160 * Theme.unit
    mostHeight: (portrait ? 240 : 220) * Theme.unit
    model: opinions.topics
    delegate: ChoiceTile {
        required property var modelData

        objectName: "topic_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        iconName: page.pictures[modelData.code]
        text: page.say(modelData.name)
        nameSize: Theme.label
        onClicked: page.opinions.choose_topic(modelData.code)
    }
}
