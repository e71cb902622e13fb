pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One thing that can be done here: its picture, its name, and a quiet line. `hero`: the one that most people came for.
// `stacked`: the picture above the words, for a tile that is not much wider than high.
T.AbstractButton {
    id: tile

    required property string iconName
    property string detail: ""
    property bool hero: false
    property bool stacked: false
    // There are few, so each is larger.
    property bool roomy: false
    readonly property color ink: hero ? Theme.onPrimary : Theme.text
    readonly property color quietInk: hero ? Theme.onPrimaryQuiet : Theme.quiet
    readonly property real margin: Theme.space(Math.min(width, height) > 300 * Theme.unit ? 4 : 3)
    readonly property real disc: Math.min((hero ? 168 : roomy ? 136 : stacked ? 88 : 104) * Theme.unit,
        stacked ? height * 0.32 : Math.min(height - 2 * margin, width * 0.28))

    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Card {
        color: tile.hero ? (tile.down ? Theme.primaryPressed : Theme.primary)
            : tile.down ? Theme.primarySoft : Theme.surface
        borderColor: tile.hero ? color : tile.down ? Theme.primary : Theme.border
        lift: tile.down ? 0 : Theme.space(0.75)

        Item {
            visible: tile.hero
            anchors.fill: parent
            clip: true

            Repeater {
                model: tile.hero ? 3 : 0

                Rectangle {
                    required property int index

                    x: tile.mirrored ? -width / 2 : parent.width - width / 2
                    y: parent.height * 0.5 - height / 2
                    width: tile.height * (0.9 + index * 0.7)
                    height: width
                    radius: width / 2
                    color: Theme.onPrimary
                    opacity: 0.05
                }
            }
        }
        FocusRing { shown: tile.visualFocus }
    }

    contentItem: Item {
        Rectangle {
            id: sign
            width: tile.disc
            height: width
            radius: width * 0.28
            color: tile.hero ? Theme.onPrimary : Theme.primarySoft
            anchors.left: parent.left
            anchors.leftMargin: tile.margin
            y: tile.stacked ? tile.margin : (parent.height - height) / 2

            Icon {
                anchors.centerIn: parent
                name: tile.iconName
                color: Theme.primary
                size: parent.width * 0.58
            }
        }
        Item {
            id: words
            readonly property real most: detailWords.visible ? height - detailWords.implicitHeight - column.spacing : height

            anchors.left: tile.stacked ? parent.left : sign.right
            anchors.leftMargin: tile.stacked ? tile.margin : Theme.space(tile.hero ? 5 : 3)
            anchors.right: parent.right
            anchors.rightMargin: tile.stacked ? tile.margin : Theme.space(tile.hero ? 5 : 2)
            anchors.top: tile.stacked ? sign.bottom : parent.top
            anchors.topMargin: Theme.space(2)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: tile.stacked ? tile.margin * 0.75 : Theme.space(2)

            // How high the name is in full size, and a little smaller: a name that would be smaller still goes before the
            // quiet line.
            Words {
                id: fullSize
                visible: false
                width: parent.width
                text: tile.text
                bold: true
                font.pixelSize: name.font.pixelSize
                lineHeight: 0.95
            }
            Words {
                id: smallerSize
                visible: false
                width: parent.width
                text: tile.text
                bold: true
                font.pixelSize: Math.round(name.font.pixelSize * 0.85)
                lineHeight: 0.95
            }
            Column {
                id: column
                width: parent.width
                y: tile.stacked ? 0 : (parent.height - height) / 2
                spacing: Theme.space(tile.hero ? 1.5 : 0.75)

                Words {
                    id: name
                    width: parent.width
                    height: Math.min(words.most, fullSize.implicitHeight + 1)
                    horizontalAlignment: Text.AlignLeft
                    verticalAlignment: Text.AlignVCenter
                    text: tile.text
                    bold: true
                    color: tile.ink
                    font.pixelSize: tile.hero ? Math.round(Theme.title * 1.3) : tile.roomy ? (tile.stacked ? Theme.heading : Theme.title) : tile.stacked ? Theme.label : Theme.button
                    lineHeight: 0.95
                    wrapMode: Text.WordWrap  // a long word is made smaller, not broken
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.captionSize * Theme.unit
                }
                Words {
                    id: detailWords
                    width: parent.width
                    visible: text !== "" && smallerSize.implicitHeight <= words.height - implicitHeight - column.spacing
                    horizontalAlignment: Text.AlignLeft
                    text: tile.detail
                    color: tile.quietInk
                    font.pixelSize: tile.hero || tile.roomy ? Theme.label : Theme.caption
                    lineHeight: 0.95
                }
            }
        }
    }
}
