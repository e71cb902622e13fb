import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One wish of the accessibility sheet: what it is, what it does, and whether it is on, said by a word and a shape.
T.AbstractButton {
    id: button

    required property string iconName
    required property string detail
    required property bool on

    implicitHeight: Math.max(Theme.target * 1.2, words.implicitHeight + Theme.space(4))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: button.clicked()
    Accessible.onToggleAction: button.clicked()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        radius: Theme.radius
        color: button.on || button.down ? Theme.primarySoft : Theme.surface
        border.width: button.on ? 2 * Theme.stroke : Theme.stroke
        border.color: button.on ? Theme.primary : Theme.border

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Icon {
            id: picture
            name: button.iconName
            color: Theme.primary
            size: 56 * Theme.unit
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.space(3)
            anchors.right: state.left
            anchors.rightMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignLeft
                text: button.text
                bold: true
                font.pixelSize: Theme.label
                lineHeight: 0.95
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignLeft
                text: button.detail
                color: Theme.quiet
                font.pixelSize: Theme.caption
                lineHeight: 0.95
            }
        }
        Row {
            id: state
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space(1.5)

            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: button.on ? qsTr("On") : qsTr("Off")
                bold: true
                color: button.on ? Theme.primary : Theme.quiet
                font.pixelSize: Theme.caption
                wrapMode: Text.NoWrap
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 100 * Theme.unit
                height: 56 * Theme.unit
                radius: height / 2
                color: button.on ? Theme.primary : Theme.surfaceSunken
                border.width: Theme.stroke
                border.color: button.on ? Theme.primary : Theme.borderStrong

                Rectangle {
                    x: button.on ? parent.width - width - y : y
                    y: 6 * Theme.unit
                    width: parent.height - 2 * y
                    height: width
                    radius: width / 2
                    color: button.on ? Theme.onPrimary : Theme.borderStrong

                    Behavior on x {
                        NumberAnimation { duration: Theme.duration(120) }
                    }
                }
            }
        }
    }
}
