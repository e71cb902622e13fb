import QtQuick
import Jiaohao

// The place of one service and how many wait there, or the route of a bundle.
Card {
    id: card

    required property var errand
    required property var hall
    required property string language
    // In words; empty when nothing is known.
    required property string wait
    readonly property var stop: errand.stops ? errand.stops[0] : undefined
    readonly property bool bundle: errand.isBundle === true
    readonly property bool below: Theme.textScale > 1

    implicitHeight: (bundle ? route.implicitHeight
        : below ? place.implicitHeight + line.implicitHeight + Theme.space(4)
        : Math.max(place.implicitHeight + Theme.space(2), count.implicitHeight)) + Theme.space(6)

    PlaceSign {
        id: place
        visible: !card.bundle
        x: Theme.space(4)
        y: card.below ? Theme.space(4) : (parent.height - height) / 2
        width: (card.below ? parent.width : count.x) - x - Theme.space(3)
        zone: card.stop?.zone ?? ""
        zoneName: card.stop?.zoneName[card.language] ?? ""
        floorText: qsTr("Floor %1").arg(card.stop?.floor ?? 1)
        counters: card.stop?.counters ?? ""
    }
    PeopleCount {
        id: count
        objectName: "waiting_now"
        visible: !card.bundle && !card.below
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
        visible: !card.bundle && card.below
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
        visible: card.bundle
        x: Theme.space(4)
        y: Theme.space(3)
        width: parent.width - Theme.space(8)
        stops: card.bundle ? card.errand.stops : []
        language: card.language
        waiting: card.hall.waiting
    }
}
