import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One of the ways to all services: soft, so that the popular services stay first.
T.AbstractButton {
    id: tile

    required property string iconName

    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: tile.clicked()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Rectangle {
        radius: Theme.radius
        color: tile.down ? Theme.border : Theme.primarySoft

        FocusRing { shown: tile.visualFocus }
    }

    contentItem: Item {
        Icon {
            id: picture
            name: tile.iconName
            color: Theme.primary
            size: Math.min(64 * Theme.unit, parent.height * 0.4)
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height * 0.14
        }
        Words {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: picture.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space(1.5)
            anchors.topMargin: 0
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: tile.text
            color: Theme.primary
            bold: true
            font.pixelSize: Theme.label
            lineHeight: 0.95
            fontSizeMode: Text.VerticalFit
            minimumPixelSize: Theme.caption
        }
    }
}
