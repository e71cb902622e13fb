import QtQuick

// Shows where the keyboard is. Lay it over a control and bind `shown` to its visualFocus.
Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Theme.space(1)
    visible: shown
    color: "transparent"
    radius: Theme.radius + Theme.space(1)
    border.color: Theme.focus
    border.width: Math.max(3, Math.round(5 * Theme.unit))
}
