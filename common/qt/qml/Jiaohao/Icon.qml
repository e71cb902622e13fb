import QtQuick

// One line icon of resources/icons in any colour; decoration only, so a screen reader passes it by.
Image {
    id: icon

    required property string name
    property color color: Theme.text
    property real size: Theme.heading

    width: size
    height: size
    sourceSize.width: Math.ceil(size)
    sourceSize.height: Math.ceil(size)
    fillMode: Image.PreserveAspectFit
    source: name === "" ? "" : "image://icon/" + name + "/" + icon.color.toString().slice(1)
    Accessible.ignored: true
}
