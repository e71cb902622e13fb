pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Three things that one can say, or hear, about the hall.
ListPage {
    id: page

    required property var opinions

    function begin(code: string) {
        if (code === "rate")
            journey.open("mine");
        else if (code === "tell")
            opinions.begin();
        else
            opinions.begin_reading();
    }

    objectName: "opinions_page"
    title: qsTr("We would like to hear from you")
    columns: portrait ? 1 : 3
    leastHeight: 180 * Theme.unit
    mostHeight: (portrait ? 300 : 440) * Theme.unit
    model: [{ "code": "rate", "icon": "star", "name": qsTr("Rate my errand"), "detail": qsTr("With the number on your slip") },
        { "code": "tell", "icon": "form", "name": qsTr("Suggest, praise or complain"), "detail": qsTr("You get a receipt number") },
        { "code": "read", "icon": "info", "name": qsTr("Read the answer"), "detail": qsTr("With your receipt number") }]
    delegate: ChoiceTile {
        required property var modelData

        objectName: "opinions_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        iconName: modelData.icon
        text: modelData.name
        widestDisc: 112 * Theme.unit
        detail: modelData.detail
        onClicked: page.begin(modelData.code)
    }
}
