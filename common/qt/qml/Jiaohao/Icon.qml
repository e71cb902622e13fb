import QtQuick

// One line icon of resources/icons in any colour; decoration only, so a screen reader passes it by. What points along a
// line of words points the other way where words run from right to left.
Image {
    id: icon

    required property string name
    property color color: Theme.text
    property real size: Theme.heading

    width: size
    height: size
    sourceSize: Qt.size(Math.ceil(size), Math.ceil(size))
    fillMode: Image.PreserveAspectFit
    mirror: LayoutMirroring.enabled && ["arrow-right", "back", "next"].includes(name)
    // Drawn when it is first seen: a kiosk has fifty on pages that nobody has opened yet.
    source: name === "" || !visible ? "" : "image://icon/" + name + "/" + icon.color.toString().slice(1)
    Accessible.ignored: true
}
