import QtQuick
import Jiaohao

// The place of one stop and how many wait there, or the route of several.
Card {
    id: card

    required property var errand
    required property var hall
    required property string language
    // In words; empty when nothing is known.
    required property string wait
    // The same for each stop of a route.
    property var waits: []
    readonly property var stop: errand.stops ? errand.stops[0] : undefined
    readonly property bool several: errand.isRoute === true
    // In a narrow column how many wait stands below the place.
    property bool narrow: false
    readonly property bool below: Theme.textScale > 1 || narrow

    implicitHeight: (several ? route.implicitHeight
        : below ? place.implicitHeight + line.implicitHeight + Theme.space(4)
        : Math.max(place.implicitHeight + Theme.space(2), count.implicitHeight)) + Theme.space(6)

    PlaceSign {
        id: place
        visible: !card.several
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(4)
        y: card.below ? Theme.space(4) : (parent.height - height) / 2
        width: parent.width - Theme.space(7) - (card.below ? 0 : count.width + Theme.space(5))
        zone: card.stop?.zone ?? ""
        zoneName: card.stop?.zoneName[card.language] ?? ""
        floorText: qsTr("Floor %1").arg(card.stop?.floor ?? 1)
        counters: card.stop?.counters ?? ""
    }
    PeopleCount {
        id: count
        objectName: "waiting_now"
        visible: !card.several && !card.below
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(5)
        anchors.verticalCenter: parent.verticalCenter
        caption: qsTr("Waiting now")
        people: card.hall.waiting[card.stop?.queue ?? ""] ?? 0
        remark: card.wait
    }
    Words {
        id: line
        objectName: "waiting_line"
        visible: !card.several && card.below
        x: Theme.space(4)
        width: parent.width - Theme.space(8)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        text: count.caption + ": " + count.people + (card.wait !== "" ? " · " + card.wait : "")
        bold: true
        font.features: Theme.figures
    }
    RouteList {
        id: route
        visible: card.several
        x: Theme.space(4)
        y: Theme.space(3)
        width: parent.width - Theme.space(8)
        stops: card.several ? card.errand.stops : []
        language: card.language
        waiting: card.hall.waiting
        waits: card.waits
    }
}
