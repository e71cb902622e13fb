import QtQuick

// A raised surface: two soft steps of shade below a bordered sheet, drawn without effects.
Item {
    id: card

    property color color: Theme.surface
    property color borderColor: Theme.border
    property real radius: Theme.radius
    property real lift: Theme.space(0.75)
    default property alias content: sheet.data

    Rectangle {
        x: 0
        y: card.lift
        width: card.width
        height: card.height
        radius: card.radius
        color: Theme.shadow
        opacity: 0.05
    }
    Rectangle {
        x: 0
        y: card.lift / 2
        width: card.width
        height: card.height
        radius: card.radius
        color: Theme.shadow
        opacity: 0.05
    }
    Rectangle {
        id: sheet
        anchors.fill: parent
        radius: card.radius
        color: card.color
        border.color: card.borderColor
        border.width: Theme.stroke
    }
}
