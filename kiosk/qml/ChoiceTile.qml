pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One thing to choose: a zone's letter or an icon, its name, and a quiet line that helps to choose.
T.AbstractButton {
    id: tile

    property string zone: ""
    property string iconName: ""
    property string detail: ""
    // Zones to pass through, as small signs at the far end.
    property var badges: []
    property int nameSize: Theme.button
    // Chosen already.
    property bool marked: false
    // Not to be had now, for the reason in `detail`; to be looked at all the same.
    property bool muted: false
    // Nor can what is not enabled, which nobody needs to look at.
    readonly property bool quiet: muted || !enabled
    property real widestDisc: 88 * Theme.unit
    readonly property real below: muted ? reason.height + Theme.space(1.5) : 0
    readonly property real disc: Math.min(widestDisc, height - below - Theme.space(6))

    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Card {
        color: tile.down || tile.marked ? Theme.primarySoft : tile.quiet ? Theme.surfaceSunken : Theme.surface
        borderColor: tile.down || tile.marked ? Theme.primary : Theme.border
        lift: tile.down || tile.quiet ? 0 : Theme.space(0.75)

        FocusRing { shown: tile.visualFocus }
    }

    contentItem: Item {
        Words {
            id: reason
            visible: tile.muted
            x: Theme.space(3)
            width: parent.width - Theme.space(6)
            y: parent.height - height - Theme.space(1)
            text: tile.muted ? tile.detail : ""
            color: Theme.caution
            font.pixelSize: Theme.caption
        }
        Item {
            width: parent.width
            height: parent.height - tile.below

            Loader {
                id: sign
                anchors.left: parent.left
                anchors.leftMargin: Theme.space(3)
                anchors.verticalCenter: parent.verticalCenter
                width: tile.disc
                height: tile.disc
                opacity: tile.quiet ? 0.45 : 1
                sourceComponent: tile.zone !== "" ? letter : picture
            }
            Row {
                id: signs
                anchors.right: parent.right
                anchors.rightMargin: tile.badges.length > 0 ? Theme.space(3) : 0
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space(1)

                Repeater {
                    model: tile.badges

                    ZoneBadge {
                        required property string modelData

                        letter: modelData
                        size: 64 * Theme.unit
                    }
                }
            }
            Item {
                id: words
                readonly property real beside: height - detailWords.implicitHeight - Theme.space(0.5)
                readonly property real most: detailWords.visible ? beside : height

                anchors.left: sign.right
                anchors.leftMargin: Theme.space(3)
                anchors.right: signs.left
                anchors.rightMargin: Theme.space(2)
                height: parent.height - Theme.space(1.5)
                anchors.verticalCenter: parent.verticalCenter

                // How high the name is in full size and in the least; a long name goes before the quiet line.
                Words {
                    id: fullSize
                    visible: false
                    width: parent.width
                    text: tile.text
                    bold: true
                    font.pixelSize: tile.nameSize
                }
                Words {
                    id: leastSize
                    visible: false
                    width: parent.width
                    text: tile.text
                    bold: true
                    font.pixelSize: Theme.captionSize * Theme.unit
                }
                Column {
                    width: parent.width
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.space(0.5)

                    Words {
                        width: parent.width
                        height: Math.min(words.most, fullSize.implicitHeight + 1)
                        text: tile.text
                        bold: true
                        color: tile.quiet ? Theme.quiet : Theme.text
                        font.pixelSize: tile.nameSize
                        verticalAlignment: Text.AlignVCenter
                        fontSizeMode: Text.VerticalFit
                        minimumPixelSize: Theme.captionSize * Theme.unit
                        elide: Text.ElideRight
                    }
                    Words {
                        id: detailWords
                        width: parent.width
                        visible: text !== "" && !tile.muted && leastSize.implicitHeight <= words.beside
                        text: tile.detail
                        color: tile.enabled ? Theme.quiet : Theme.caution
                        font.pixelSize: Theme.caption
                    }
                }
            }
        }
    }

    Component {
        id: letter
        ZoneBadge { letter: tile.zone; size: tile.disc }
    }
    Component {
        id: picture
        Rectangle {
            radius: width * 0.26
            color: tile.marked ? Theme.primary : Theme.primarySoft

            Icon {
                anchors.centerIn: parent
                name: tile.iconName
                color: tile.marked ? Theme.onPrimary : Theme.primary
                size: tile.disc * 0.6
            }
        }
    }
}
