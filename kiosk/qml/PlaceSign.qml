import QtQuick
import Jiaohao

// Where to go, as the signs in the hall say it: zone letter on its colour, floor, counters.
Item {
    id: sign

    required property string zone
    required property string zoneName
    required property string floorText
    required property string counters
    property real badgeSize: 140 * Theme.unit

    implicitHeight: Math.max(badge.height, words.implicitHeight)

    ZoneBadge {
        id: badge
        letter: sign.zone
        size: sign.badgeSize
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: badge.right
        anchors.leftMargin: Theme.space(3.5)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(0.5)

        Words {
            objectName: "place_floor"
            width: parent.width
            text: sign.floorText + " · " + qsTr("Zone %1").arg(sign.zone) + " " + sign.zoneName
            font.pixelSize: Theme.label
            lineHeight: 0.95
        }
        Words {
            objectName: "place_counters"
            width: parent.width
            text: (/[ -]/.test(sign.counters) ? qsTr("Windows %1") : qsTr("Window %1")).arg(sign.counters)
            bold: true
            color: Theme.counter
            font.pixelSize: Theme.textScale > 1 ? Theme.heading : Theme.title
            font.features: Theme.figures
            lineHeight: 0.95
        }
    }
}
