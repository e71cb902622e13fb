import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One of the ways to all services: soft, so that the popular services stay first.
T.AbstractButton {
    id: tile

    required property string iconName
    property bool stacked: true

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
            size: 64 * Theme.unit
            x: tile.stacked ? (parent.width - width) / 2 : Theme.space(4)
            y: tile.stacked ? Theme.space(2.5) : (parent.height - height) / 2
        }
        Words {
            anchors.left: tile.stacked ? parent.left : picture.right
            anchors.leftMargin: Theme.space(tile.stacked ? 1.5 : 2.5)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(1.5)
            anchors.top: tile.stacked ? picture.bottom : parent.top
            anchors.bottom: parent.bottom
            anchors.bottomMargin: tile.stacked ? Theme.space(1.5) : 0
            horizontalAlignment: tile.stacked ? Text.AlignHCenter : Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            text: tile.text
            color: Theme.primary
            bold: true
            font.pixelSize: Theme.label
            lineHeight: 0.95
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.caption
        }
    }
}
