pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What to bring, to be ticked one by one.
Card {
    id: check

    required property var materials
    required property var have
    required property string language
    signal ticked(material: string)

    implicitHeight: rows.implicitHeight + Theme.space(6)

    Column {
        id: rows
        x: Theme.space(3)
        y: Theme.space(3)
        width: parent.width - Theme.space(6)
        spacing: Theme.space(1.5)

        Words {
            width: parent.width
            leftPadding: Theme.space(1)
            bold: true
            font.pixelSize: Theme.label
            text: check.materials.length > 0 ? qsTr("To bring: what do you have with you?")
                : qsTr("Nothing needs to be brought.")
        }
        Repeater {
            model: check.materials

            CheckRow {
                required property var modelData

                objectName: "material_" + modelData.code
                width: rows.width
                height: implicitHeight
                text: modelData.name[check.language]
                shape: modelData.kind[check.language]
                done: check.have.includes(modelData.code)
                onClicked: check.ticked(modelData.code)
            }
        }
    }
}
