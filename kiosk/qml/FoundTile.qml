import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One thing that was found, with what was typed marked in its name: by colour and a line below.
T.AbstractButton {
    id: tile

    property string zone: ""
    property string iconName: ""
    // The name, and the other name by which it was found: parts, each with its text and whether it was typed.
    required property var pieces
    required property var matched
    property string detail: ""
    // Not to be had now, for the reason in `detail`; to be looked at all the same.
    property bool muted: false
    readonly property real disc: Math.min(84 * Theme.unit, height - Theme.space(4))

    function marked(parts: var): string {
        return parts.map(part => {
            const safe = part.text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
            return part.matched ? "<u><font color=\"" + Theme.primary + "\">" + safe + "</font></u>" : safe;
        }).join("");
    }

    text: pieces.map(part => part.text).join("")
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Card {
        color: tile.down ? Theme.primarySoft : tile.muted ? Theme.surfaceSunken : Theme.surface
        borderColor: tile.down ? Theme.primary : Theme.border
        lift: tile.down || tile.muted ? 0 : Theme.space(0.75)

        FocusRing { shown: tile.visualFocus }
    }

    contentItem: Item {
        ZoneBadge {
            visible: tile.zone !== ""
            letter: tile.zone
            size: tile.disc
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
            opacity: tile.muted ? 0.45 : 1
        }
        Rectangle {
            visible: tile.zone === ""
            width: tile.disc
            height: tile.disc
            radius: width * 0.26
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.primarySoft

            Icon {
                anchors.centerIn: parent
                name: tile.iconName
                color: Theme.primary
                size: tile.disc * 0.6
            }
        }
        Column {
            anchors.left: parent.left
            anchors.leftMargin: tile.disc + Theme.space(6)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                objectName: "found_name"
                width: parent.width
                height: Math.min(implicitHeight, tile.height - Theme.space(1.5) - (detailWords.visible ? detailWords.height : 0))
                text: tile.marked(tile.pieces)
                textFormat: Text.StyledText
                bold: true
                color: tile.muted ? Theme.quiet : Theme.text
                font.pixelSize: Theme.label
                lineHeight: 0.95
                elide: Text.ElideRight
            }
            Words {
                id: detailWords
                objectName: "found_detail"
                width: parent.width
                visible: text !== ""
                textFormat: Text.StyledText
                text: tile.matched.length > 0 && !tile.muted ? qsTr("Also called: %1").arg(tile.marked(tile.matched))
                    : tile.detail
                color: tile.muted ? Theme.caution : Theme.quiet
                font.pixelSize: Theme.caption
            }
        }
    }
}
