import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One quiet line for what nobody has to do; says so when it was done.
T.AbstractButton {
    id: button

    required property string iconName
    required property bool done

    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space(3))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        radius: Theme.radius
        color: button.done || button.down ? Theme.primarySoft : Theme.surface
        border.width: Theme.stroke
        border.color: button.done ? Theme.primary : Theme.border

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Icon {
            id: mark
            name: button.done ? "check" : button.iconName
            color: Theme.primary
            size: Theme.button
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(3)
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
            color: button.done ? Theme.primary : Theme.text
            bold: button.done
        }
    }
}
