pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The number as large as on paper, and what it is for. In little room the number shrinks a little; then the list of a
// long errand is cut, which stands on other pages too.
Card {
    id: card

    required property string number
    required property var services
    required property var marks
    // What its QR code holds; without one the number has the whole width.
    property string code: ""
    property bool crossed: false
    property bool tight: false
    // How high the card may become.
    property real room: Infinity
    // The height of a line of figures, in sizes of its font.
    readonly property real lineOfFigures: 1.25
    readonly property real wanted: Theme.number * (tight ? 0.86 : 1)
    readonly property real leastCode: code !== "" ? 190 * Theme.unit : 0
    readonly property int mostLines: room === Infinity ? 1000 : Math.max(1, Math.floor((room - Theme.space(6) - words.spacing
        - Math.max(wanted * 0.7 * lineOfFigures, leastCode)) / metrics.lineSpacing))
    readonly property real around: service.implicitHeight + words.spacing + Theme.space(6)
        + (chips.visible ? chips.implicitHeight + words.spacing : 0)
    readonly property real captionHeight: caption.implicitHeight + words.spacing
    readonly property bool captioned: !tight && around + captionHeight + Theme.number * lineOfFigures <= room
    readonly property int numberSize: Math.max(Theme.title, Math.min(wanted,
        (room - around - (captioned ? captionHeight : 0)) / lineOfFigures))

    readonly property real numeralHeight: Math.round(card.numberSize * card.lineOfFigures)
    readonly property real codeSize: code !== "" ? Math.min(width * 0.28, Math.max(numeralHeight, leastCode)) : 0

    implicitHeight: around + (captioned ? captionHeight : 0) + row.height

    FontMetrics {
        id: metrics
        font: service.font
    }
    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space(4)
        width: parent.width - Theme.space(8)
        spacing: Theme.space(1)

        Words {
            id: caption
            anchors.horizontalCenter: parent.horizontalCenter
            visible: card.captioned
            text: qsTr("Your number")
            color: Theme.quiet
            font.pixelSize: Theme.label
        }
        Item {
            id: row
            width: parent.width
            height: Math.max(card.numeralHeight, card.codeSize)

            Numeral {
                id: numeral
                objectName: "ticket_number"
                anchors.left: parent.left
                width: parent.width - (qr.visible ? qr.width + Theme.space(2) : 0)
                height: parent.height
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: card.number
                color: card.crossed ? Theme.quiet : Theme.call
                font.pixelSize: card.numberSize
                font.strikeout: card.crossed
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.title
                lineHeight: 0.86
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("Your number") + " " + card.number
            }
            QrSign {
                id: qr
                visible: card.code !== ""
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                code: card.code
                size: card.codeSize
            }
        }
        Words {
            id: service
            objectName: "number_services"
            width: parent.width
            maximumLineCount: card.mostLines
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            text: card.services.join(" · ")
            font.pixelSize: Theme.button
            bold: true
        }
        Row {
            id: chips
            visible: !card.tight && card.marks.length > 0
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space(2)

            Repeater {
                model: card.marks

                Chip {
                    required property string modelData

                    kind: "primary"
                    text: modelData
                }
            }
        }
    }
}
