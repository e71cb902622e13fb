pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Jiaohao

// For those with a right to priority: one touch says which, another takes it back. Shown at the counter.
Column {
    id: picker

    required property var classes
    required property string chosen
    required property string language
    signal picked(code: string)

    spacing: Theme.space(1.5)

    Words {
        width: picker.width
        text: qsTr("Entitled to priority? (optional, shown at the counter)")
        color: Theme.quiet
    }
    Flow {
        width: picker.width
        spacing: Theme.gap

        Repeater {
            model: picker.classes

            T.AbstractButton {
                id: chip

                required property var modelData

                objectName: "priority_" + modelData.code
                checked: picker.chosen === modelData.code
                width: Math.min(picker.width, label.implicitWidth + tick.width + Theme.space(7))
                height: Math.max(Theme.target, label.height + Theme.space(3))
                focusPolicy: Qt.StrongFocus
                text: modelData.name[picker.language]
                Accessible.role: Accessible.CheckBox
                Accessible.name: text
                Accessible.checked: checked
                Accessible.onPressAction: chip.clicked()
                Keys.onReturnPressed: chip.click()
                onClicked: picker.picked(modelData.code)

                background: Rectangle {
                    radius: height / 2
                    color: chip.checked || chip.down ? Theme.primarySoft : Theme.surface
                    border.width: Theme.stroke * (chip.checked ? 2 : 1)
                    border.color: chip.checked ? Theme.primary : Theme.borderStrong

                    FocusRing { shown: chip.visualFocus }
                }

                contentItem: Item {
                    Icon {
                        id: tick
                        visible: chip.checked
                        name: "check"
                        color: Theme.primary
                        size: chip.checked ? Theme.label : 0
                        x: Theme.space(2.5)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        id: label
                        anchors.left: tick.right
                        anchors.leftMargin: Theme.space(1)
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, picker.width - tick.width - Theme.space(7))
                        text: chip.text
                        color: chip.checked ? Theme.primary : Theme.text
                        bold: chip.checked
                    }
                }
            }
        }
    }
}
