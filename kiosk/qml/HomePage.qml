pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What one can do here: one sentence, and a large button for each.
KioskPage {
    id: page

    readonly property real wide: width - 2 * side
    readonly property var buttons: journey.homeButtons
    readonly property int columns: portrait ? (buttons.length > 3 ? 2 : 1) : Math.min(4, Math.ceil(buttons.length / 2))
    readonly property int lines: Math.ceil(buttons.length / columns)
    readonly property var icons: ({ "take": "ticket", "appointment": "calendar", "bundles": "bundle", "forms": "form",
        "guides": "guide-book", "progress": "progress", "mine": "my-ticket", "opinions": "star" })

    function nameOf(button: string): string {
        switch (button) {
        case "take":
            return qsTr("Take a number");
        case "appointment":
            return qsTr("I have an appointment");
        case "bundles":
            return qsTr("One errand, several services");
        case "forms":
            return qsTr("Fill in a form");
        case "guides":
            return qsTr("What do I need?");
        case "progress":
            return qsTr("How far is my errand?");
        case "mine":
            return qsTr("My number");
        default:
            return qsTr("Rate or suggest");
        }
    }

    objectName: "home_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("What would you like to do today?")
        x: page.side
        y: Theme.space(page.portrait ? 5 : 3)
        width: page.wide
    }
    Grid {
        id: grid
        readonly property real below: parent.height - y - Theme.space(4)
        readonly property real each: (width - (page.columns - 1) * spacing) / page.columns
        readonly property real high: Math.min(360 * Theme.unit, (below - (page.lines - 1) * spacing) / page.lines)

        x: page.side
        width: page.wide
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(4)
        columns: page.columns
        spacing: Theme.gap

        Repeater {
            model: page.buttons

            WayTile {
                required property string modelData

                objectName: modelData + "_button"
                width: grid.each
                height: grid.high
                iconName: page.icons[modelData]
                text: page.nameOf(modelData)
                onClicked: page.journey.open(modelData)
            }
        }
    }
}
