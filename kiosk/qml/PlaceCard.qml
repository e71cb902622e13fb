import QtQuick
import Jiaohao

// The place of one stop on a sheet of its own.
Card {
    id: card

    required property var stop
    required property string language

    height: sign.implicitHeight + Theme.space(4)

    PlaceSign {
        id: sign
        x: Theme.space(3)
        width: parent.width - Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
        badgeSize: 110 * Theme.unit
        zone: card.stop?.zone ?? ""
        zoneName: card.stop?.zoneName[card.language] ?? ""
        floorText: qsTr("Floor %1").arg(card.stop?.floor ?? 1)
        counters: card.stop?.counters ?? ""
    }
}
