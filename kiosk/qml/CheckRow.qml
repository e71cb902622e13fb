import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One paper, and a box to tick: I have it with me.
T.AbstractButton {
    id: row

    required property bool done
    property string shape: ""

    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space(2.5))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: shape
    Accessible.checkable: true
    Accessible.checked: done
    Accessible.onPressAction: row.clicked()
    Accessible.onToggleAction: row.clicked()
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        radius: Theme.radius * 0.7
        color: row.done ? Theme.goodSoft : row.down ? Theme.primarySoft : Theme.surface
        border.width: Theme.stroke
        border.color: row.done ? Theme.good : Theme.border

        FocusRing { shown: row.visualFocus }
    }

    contentItem: Item {
        Rectangle {
            id: box
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(2.5)
            width: 56 * Theme.unit
            height: width
            radius: width * 0.24
            anchors.verticalCenter: parent.verticalCenter
            color: row.done ? Theme.good : Theme.surface
            border.width: 2 * Theme.stroke
            border.color: row.done ? Theme.good : Theme.borderStrong

            Icon {
                visible: row.done
                anchors.centerIn: parent
                name: "check"
                color: Theme.onPrimary
                size: parent.width * 0.7
            }
        }
        Column {
            id: words
            anchors.left: box.right
            anchors.leftMargin: Theme.space(2.5)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: row.text
                bold: true
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: row.shape
                color: Theme.quiet
                font.pixelSize: Theme.caption
            }
        }
    }
}
