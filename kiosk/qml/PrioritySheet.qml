pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The priority classes to claim, each a large line. Touching the chosen one again takes it back.
Sheet {
    id: sheet

    required property var classes
    required property string chosen
    required property string language
    signal picked(code: string)

    objectName: "priority_sheet"
    wantedWidth: (wide ? 1500 : 920) * Theme.unit
    wantedHeight: rows.implicitHeight + Theme.space(10)

    Column {
        id: rows
        x: Theme.space(5)
        y: Theme.space(5)
        width: parent.width - Theme.space(10)
        spacing: Theme.gap

        Words {
            width: parent.width
            text: qsTr("Who has priority")
            bold: true
            font.pixelSize: Theme.heading
        }
        Words {
            width: parent.width
            text: qsTr("Please have your proof ready: it is checked at the counter.")
            color: Theme.quiet
        }
        Grid {
            id: grid
            width: parent.width
            columns: sheet.wide ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: sheet.classes

                ChoiceTile {
                    required property var modelData
                    readonly property bool mine: sheet.chosen === modelData.code

                    objectName: "priority_" + modelData.code
                    width: (grid.width - (grid.columns - 1) * Theme.gap) / grid.columns
                    height: 120 * Theme.unit
                    iconName: mine ? "check" : "person"
                    marked: mine
                    nameSize: Theme.label
                    text: modelData.name[sheet.language]
                    Accessible.role: Accessible.RadioButton
                    Accessible.checked: mine
                    onClicked: sheet.picked(modelData.code)
                }
            }
        }
        BigButton {
            objectName: "priority_close_button"
            width: parent.width
            kind: "quiet"
            text: qsTr("Close")
            onClicked: sheet.closed()
        }
    }
}
