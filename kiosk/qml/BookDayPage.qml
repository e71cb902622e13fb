pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// On which day somebody wants to come; full ones say so.
ListPage {
    id: page

    required property var booking
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({})
    readonly property var wished: booking.wished

    objectName: "book_day_page"
    onWishedChanged: {
        if (wished.name)
            shown = wished;
    }
    title: qsTr("On which day will you come?")
    advice: say(shown.name)
    notice: say(booking.message)
    waiting: booking.isBusy && booking.days.length === 0
    columns: portrait ? 1 : journey.largeText ? 2 : 3
    leastHeight: (journey.largeText ? 190 : 150) * Theme.unit
    mostHeight: 220 * Theme.unit
    model: booking.days
    delegate: PlaceTile {
        required property int index

        objectName: "day_" + index
        width: page.tileWidth
        height: page.tileHeight
        iconName: "calendar"
        text: page.say(modelData.words)
        onClicked: page.booking.choose_day(index)
    }
}
