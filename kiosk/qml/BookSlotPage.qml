pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// In which half hour of that day; full ones say so.
ListPage {
    id: page

    required property var booking
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({})
    readonly property var wished: booking.wished

    objectName: "book_slot_page"
    onWishedChanged: {
        if (wished.name)
            shown = wished;
    }
    title: qsTr("At what time?")
    advice: say(shown.day) + " · " + say(shown.name)
    notice: say(booking.message)
    columns: journey.largeText ? (portrait ? 2 : 3) : portrait ? 2 : 5
    leastHeight: (journey.largeText ? 180 : 130) * Theme.unit
    mostHeight: 180 * Theme.unit
    model: booking.slots
    delegate: PlaceTile {
        required property int index

        objectName: "slot_" + index
        width: page.tileWidth
        height: page.tileHeight
        iconName: "clock"
        nameSize: page.columns > 4 ? Theme.body : Theme.label
        widestDisc: (page.columns > 4 ? 56 : 88) * Theme.unit
        text: modelData.words
        onClicked: page.booking.choose_slot(index)
    }
}
