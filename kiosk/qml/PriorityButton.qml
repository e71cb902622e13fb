import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One quiet line for those with a right to priority; says what was chosen.
T.AbstractButton {
    id: button

    required property string chosenName
    readonly property bool claimed: chosenName !== ""

    objectName: "priority_button"
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space(3))
    focusPolicy: Qt.StrongFocus
    text: claimed ? qsTr("Priority: %1").arg(chosenName) : qsTr("Entitled to priority? Touch here (optional)")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.click()

    background: Rectangle {
        radius: Theme.radius
        color: button.claimed || button.down ? Theme.primarySoft : Theme.surface
        border.width: Theme.stroke
        border.color: button.claimed ? Theme.primary : Theme.border

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Icon {
            id: mark
            name: button.claimed ? "check" : "accessibility"
            color: Theme.primary
            size: Theme.button
            x: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: words
            anchors.left: mark.right
            anchors.leftMargin: Theme.space(2)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            color: button.claimed ? Theme.primary : Theme.text
            bold: button.claimed
        }
    }
}
