import QtQuick
import QtQuick.Templates as T

// A large choice: icon on a coloured disc, title, one quiet line, and an optional note such as people waiting.
// With `zone` set the disc carries the zone's letter and colour. `layout`: "stacked" or "line".
T.AbstractButton {
    id: tile

    property string iconName: ""
    property string subtitle: ""
    property string note: ""
    property string zone: ""
    property string layout: "stacked"
    property color accent: zone !== "" ? Theme.zone(zone) : Theme.primary
    readonly property bool stacked: layout === "stacked"
    readonly property real disc: stacked ? 112 * Theme.unit : 88 * Theme.unit

    implicitHeight: stacked ? 300 * Theme.unit : Math.max(Theme.target, words.implicitHeight + Theme.space(6))
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.55
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: [subtitle, note].filter(part => part !== "").join(", ")
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Card {
        color: tile.down ? Theme.primarySoft : Theme.surface
        borderColor: tile.down ? tile.accent : Theme.border
        lift: tile.down ? 0 : Theme.space(0.75)

        FocusRing { shown: tile.visualFocus }
    }

    contentItem: Item {
        Rectangle {
            id: discShape
            width: tile.disc
            height: tile.disc
            radius: tile.zone !== "" ? Theme.radius : width / 2
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(4)
            y: tile.stacked ? Theme.space(4) : (parent.height - height) / 2
            color: tile.accent

            Icon {
                visible: tile.zone === ""
                anchors.centerIn: parent
                name: tile.iconName
                color: Theme.onPrimary
                size: tile.disc * 0.56
            }
            Numeral {
                visible: tile.zone !== ""
                anchors.centerIn: parent
                text: tile.zone
                color: Theme.onZone
                font.pixelSize: Math.round(tile.disc * 0.6)
            }
        }
        Column {
            id: words
            anchors.left: tile.stacked ? parent.left : discShape.right
            anchors.leftMargin: Theme.space(tile.stacked ? 4 : 3)
            width: parent.width - Theme.space(tile.stacked ? 4 : 7) - (tile.stacked ? 0 : discShape.width) - (tile.stacked || tile.note === "" ? Theme.space(3)
                : mark.width + Theme.space(5))
            anchors.bottom: tile.stacked ? parent.bottom : undefined
            anchors.bottomMargin: Theme.space(3.5)
            anchors.verticalCenter: tile.stacked ? undefined : parent.verticalCenter
            spacing: Theme.space(0.5)

            Words {
                width: parent.width
                text: tile.text
                bold: true
                font.pixelSize: tile.stacked ? Theme.heading : Theme.button
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: tile.subtitle
                color: Theme.quiet
                font.pixelSize: Theme.caption
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
        Chip {
            id: mark
            visible: tile.note !== ""
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(3)
            y: tile.stacked ? Theme.space(3) : (parent.height - height) / 2
            text: tile.note
        }
    }
}
