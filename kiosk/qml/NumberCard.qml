pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The number as large as on paper, and what it is for.
Card {
    id: card

    required property string number
    required property var services
    required property var marks
    property bool crossed: false
    property bool tight: false

    implicitHeight: words.implicitHeight + Theme.space(6)

    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space(4)
        width: parent.width - Theme.space(8)
        spacing: Theme.space(1)

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !card.tight
            text: qsTr("Your number")
            color: Theme.quiet
            font.pixelSize: Theme.label
        }
        Numeral {
            objectName: "ticket_number"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.number
            color: card.crossed ? Theme.quiet : Theme.call
            font.pixelSize: Math.round(Theme.number * (card.tight ? 0.86 : 1))
            font.strikeout: card.crossed
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.title
            lineHeight: 0.86
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Your number") + " " + card.number
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.services.join(" · ")
            font.pixelSize: Theme.button
            bold: true
        }
        Row {
            visible: !card.tight
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
