pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// A suggestion, praise or a complaint.
ListPage {
    id: page

    required property var opinions
    readonly property var pictures: ({ "suggestion": "info", "praise": "star", "complaint": "bell" })

    objectName: "opinion_kind_page"
    title: qsTr("What would you like to tell us?")
    columns: portrait ? 1 : 3
    leastHeight: 180 * Theme.unit
    mostHeight: (portrait ? 300 : 440) * Theme.unit
    model: opinions.kinds
    delegate: ChoiceTile {
        required property var modelData

        objectName: "kind_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        iconName: page.pictures[modelData.code]
        widestDisc: 112 * Theme.unit
        text: page.say(modelData.name)
        onClicked: page.opinions.choose_kind(modelData.code)
    }
}
