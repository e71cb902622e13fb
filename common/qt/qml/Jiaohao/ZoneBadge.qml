import QtQuick

// A zone's letter on its colour: the sign that leads people through the hall.
Rectangle {
    id: badge

    required property string letter
    property real size: Theme.title

    implicitWidth: size
    implicitHeight: size
    radius: Math.min(Theme.radius > 0 ? size * 0.22 : size * 0.14, size / 2)
    color: Theme.zone(letter)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Zone %1").arg(letter)

    Numeral {
        anchors.centerIn: parent
        text: badge.letter
        color: Theme.onZone
        font.pixelSize: Math.max(1, Math.round(badge.size * 0.68))
    }
}
