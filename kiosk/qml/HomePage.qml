pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What one can do here: one sentence, what most people came for in the largest tile, and a tile for everything else. In
// large type only what needs no reading: a number, or somebody who helps; the rest is one touch further.
KioskPage {
    id: page

    required property var help
    required property var booking
    property bool everything: false
    readonly property real wide: width - 2 * side
    readonly property var buttons: journey.homeButtons
    readonly property var others: buttons.slice(1)
    readonly property bool simple: journey.largeText && !everything && buttons[0] === "take"
    // There are few, so each is larger.
    readonly property bool roomy: shown.length <= (portrait ? 3 : 2)
    readonly property var shown: simple ? ["help", "fill"] : others
    readonly property HomeNames names: HomeNames { books: page.booking.isOffered }

    function choose(button: string) {
        if (button === "help" || button === "fill")
            help.open();
        else
            journey.open(button);
    }

    objectName: "home_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("What would you like to do today?")
        x: page.side
        y: Theme.space(page.portrait ? 5 : 3)
        width: page.wide
        horizontalAlignment: Text.AlignLeft
    }
    Item {
        id: room
        x: page.side
        width: page.wide
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 4 : 3)
        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.bottomMargin: Theme.space(page.portrait && !more.visible ? 5 : 3)

        HomeTile {
            id: hero
            objectName: (page.buttons[0] ?? "no") + "_button"
            visible: page.buttons.length > 0
            hero: true
            stacked: !page.portrait
            anchors.left: parent.left
            width: page.portrait ? parent.width : grid.count === 0 ? parent.width : parent.width * (grid.lines > 1 ? 0.29 : 0.4)
            height: page.portrait ? Math.min((page.roomy ? 600 : 420) * Theme.unit, grid.each * 1.5) : parent.height
            iconName: page.names.icons[page.buttons[0] ?? "take"]
            text: page.names.nameOf(page.buttons[0] ?? "")
            detail: page.names.detailOf(page.buttons[0] ?? "")
            onClicked: page.choose(page.buttons[0])
        }
        Flow {
            id: grid
            readonly property int count: page.shown.length
            readonly property int across: page.portrait ? (count > 2 ? 2 : 1)
                : count > 3 ? Math.ceil(count / (room.height > 1000 * Theme.unit ? 3 : 2)) : Math.max(1, count)
            readonly property int lines: Math.max(1, Math.ceil(count / across))
            // As high as they may be, and the largest tile once and a half.
            readonly property real each: page.portrait
                ? Math.min((page.roomy ? 400 : 300) * Theme.unit, (room.height - lines * spacing) / (lines + 1.5))
                : (room.height - (lines - 1) * spacing) / lines
            readonly property real single: Math.floor((width - (across - 1) * spacing) / across)

            anchors.right: parent.right
            width: page.portrait ? parent.width : parent.width - hero.width - spacing
            y: page.portrait ? hero.height + spacing : 0
            spacing: Theme.gap

            Repeater {
                model: page.shown

                HomeTile {
                    required property string modelData
                    required property int index
                    readonly property int spare: grid.across * grid.lines - grid.count

                    objectName: modelData + "_button"
                    // What stands last has the room that is left over.
                    width: index === grid.count - 1 ? grid.single + spare * (grid.single + grid.spacing) : grid.single
                    height: grid.each
                    stacked: !page.portrait
                    roomy: page.roomy
                    iconName: page.names.icons[modelData]
                    text: page.names.nameOf(modelData)
                    detail: page.names.detailOf(modelData)
                    onClicked: page.choose(modelData)
                }
            }
        }
    }
    BigButton {
        id: more
        objectName: "everything_button"
        visible: page.simple && page.others.length > 0
        x: page.side
        width: page.wide
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(page.portrait ? 5 : 3)
        kind: "secondary"
        text: qsTr("Everything else")
        onClicked: page.everything = true
    }
}
