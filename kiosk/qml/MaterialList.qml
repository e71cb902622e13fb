pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What to bring, one line each, with the shape it must have.
Column {
    id: list

    required property var materials
    required property string language

    spacing: Theme.space(1.25)

    Row {
        spacing: Theme.space(1.5)

        Icon {
            name: "form"
            color: Theme.primary
            size: Theme.button
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: qsTr("Please bring")
            bold: true
            font.pixelSize: Theme.label
        }
    }
    Repeater {
        model: list.materials

        Item {
            id: line

            required property var modelData

            width: list.width
            height: Math.max(words.implicitHeight, mark.height)

            Icon {
                id: mark
                name: "check"
                color: Theme.good
                size: Theme.body
                x: Theme.space(0.75)
                y: (Theme.body * 1.45 - height) / 2
            }
            Words {
                id: words
                x: mark.width + Theme.space(2.5)
                width: parent.width - x
                text: qsTr("%1 (%2)").arg(line.modelData.name[list.language])
                    .arg(line.modelData.kind[list.language])
            }
        }
    }
}
