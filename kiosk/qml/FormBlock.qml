pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Jiaohao

// The answers of one page, each in a line that can be touched.
Column {
    id: list

    required property var block
    required property string language
    property int columns: 1
    signal picked(key: string)

    spacing: Theme.space(1.5)

    Words {
        text: list.block.title[list.language] ?? ""
        bold: true
        color: Theme.primary
        font.pixelSize: Theme.label
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Grid {
        id: grid
        width: list.width
        columns: list.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.space(1)

        Repeater {
            model: list.block.rows

            T.AbstractButton {
                id: line

                required property var modelData
                readonly property string value: modelData.value[list.language] ?? ""

                objectName: modelData.key !== "" ? "answer_" + modelData.key : ""
                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                implicitHeight: Math.max(Theme.target, Math.max(name.implicitHeight, said.implicitHeight) + Theme.space(3))
                enabled: modelData.key !== ""
                text: modelData.label[list.language] ?? ""
                focusPolicy: Qt.StrongFocus
                Accessible.role: enabled ? Accessible.Button : Accessible.StaticText
                Accessible.name: text + ": " + value
                Accessible.onPressAction: line.clicked()
                Keys.onReturnPressed: line.click()
                Keys.onEnterPressed: line.click()
                onClicked: list.picked(modelData.key)

                background: Rectangle {
                    radius: Theme.radius * 0.7
                    color: line.down ? Theme.primarySoft : line.enabled ? Theme.surface : Theme.surfaceSunken
                    border.width: line.enabled ? Theme.stroke : 0
                    border.color: Theme.border

                    FocusRing { shown: line.visualFocus }
                }
                contentItem: Item {
                    Words {
                        id: name
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.space(2.5)
                        width: parent.width * 0.36
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.text
                        color: Theme.quiet
                        font.pixelSize: Theme.caption
                    }
                    Words {
                        id: said
                        // Others in the hall would hear it.
                        readonly property bool unspoken: true
                        anchors.left: name.right
                        anchors.leftMargin: Theme.space(2)
                        anchors.right: change.left
                        anchors.rightMargin: Theme.space(1)
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.value
                        bold: true
                    }
                    Icon {
                        id: change
                        visible: line.enabled
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.space(2)
                        anchors.verticalCenter: parent.verticalCenter
                        name: "arrow-right"
                        color: Theme.primary
                        size: Theme.body
                    }
                }
            }
        }
    }
}
