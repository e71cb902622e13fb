import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One of several answers. The chosen one has a mark besides its colour.
T.AbstractButton {
    id: tile

    required property bool chosen

    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Rectangle {
        radius: Theme.radius
        color: tile.chosen || tile.down ? Theme.primarySoft : Theme.surface
        border.width: tile.chosen ? 2 * Theme.stroke : Theme.stroke
        border.color: tile.chosen ? Theme.primary : Theme.borderStrong

        FocusRing { shown: tile.visualFocus }
    }

    contentItem: Item {
        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(2.5)
            anchors.right: mark.visible ? mark.left : parent.right
            anchors.rightMargin: Theme.space(2)
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: tile.text
            bold: true
            font.pixelSize: Theme.label
            fontSizeMode: Text.VerticalFit
            minimumPixelSize: Theme.caption * 0.8
        }
        Icon {
            id: mark
            visible: tile.chosen
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter
            name: "check"
            color: Theme.primary
            size: Theme.button
        }
    }
}
