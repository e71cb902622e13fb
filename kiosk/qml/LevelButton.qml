pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One of five levels: so many stars, and its words.
T.AbstractButton {
    id: button

    required property int stars
    property bool marked: false
    // The stars before the words instead of above them.
    property bool beside: true

    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: marked
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Card {
        color: button.down || button.marked ? Theme.primarySoft : Theme.surface
        borderColor: button.marked ? Theme.primary : Theme.border
        lift: button.down ? 0 : Theme.space(0.75)

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Row {
            id: row
            readonly property real size: Math.min(button.beside ? 64 * Theme.unit : button.width * 0.14,
                button.height * 0.4)

            anchors.left: parent.left
            anchors.leftMargin: button.beside ? Theme.space(4) : (parent.width - width) / 2
            y: button.beside ? (parent.height - height) / 2 : parent.height * 0.3 - height / 2
            spacing: Theme.space(0.5)

            Repeater {
                model: 5

                Icon {
                    required property int index

                    name: index < button.stars ? "star-full" : "star"
                    size: row.size
                    color: index < button.stars ? Theme.primary : Theme.borderStrong
                }
            }
        }
        Words {
            anchors.left: button.beside ? row.right : parent.left
            anchors.leftMargin: Theme.space(button.beside ? 5 : 1)
            anchors.right: parent.right
            anchors.rightMargin: button.beside ? check.width + Theme.space(5) : Theme.space(1)
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: button.beside ? 0 : parent.height * 0.1
            horizontalAlignment: button.beside ? Text.AlignLeft : Text.AlignHCenter
            text: button.text
            bold: true
            color: button.marked ? Theme.primary : Theme.text
            font.pixelSize: button.beside ? Theme.button : Theme.label
        }
        Icon {
            id: check
            visible: button.marked
            name: "check"
            color: Theme.primary
            size: Theme.button * 1.2
            anchors.right: parent.right
            anchors.rightMargin: button.beside ? Theme.space(3) : (parent.width - width) / 2
            y: button.beside ? (parent.height - height) / 2 : parent.height * 0.8 - height / 2
        }
    }
}
