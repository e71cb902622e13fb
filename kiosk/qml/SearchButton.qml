import QtQuick
import QtQuick.Templates as T
import Jiaohao

// Leads to finding by letters; looks like the field that it leads to.
T.AbstractButton {
    id: button

    implicitHeight: Theme.target
    text: qsTr("Find by name or first letters")
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.primarySoft : Theme.surface
        border.width: Theme.stroke * 1.5
        border.color: Theme.primary

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Icon {
            id: glass
            name: "search"
            color: Theme.primary
            size: Theme.headingSize * Theme.unit
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            anchors.left: glass.right
            anchors.leftMargin: Theme.space(2)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(2)
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: button.text
            color: Theme.primary
            bold: true
            font.pixelSize: Theme.label
            lineHeight: 0.95
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.captionSize * Theme.unit
        }
    }
}
