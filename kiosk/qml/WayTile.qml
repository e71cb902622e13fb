import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One of the ways to all services: soft, so that the popular services stay first.
T.AbstractButton {
    id: tile

    required property string iconName
    // The icon before the words instead of above them.
    property bool inLine: false

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
            size: Math.min((tile.inLine ? 52 : 64) * Theme.unit, parent.height * (tile.inLine ? 0.6 : 0.4))
            anchors.left: parent.left
            anchors.leftMargin: tile.inLine ? Theme.space(4) : (parent.width - width) / 2
            y: tile.inLine ? (parent.height - height) / 2 : parent.height * 0.14
        }
        Words {
            anchors.left: tile.inLine ? picture.right : parent.left
            anchors.leftMargin: Theme.space(tile.inLine ? 2.5 : 1.5)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(1.5)
            anchors.top: tile.inLine ? parent.top : picture.bottom
            anchors.bottom: parent.bottom
            anchors.topMargin: tile.inLine ? Theme.space(0.5) : 0
            anchors.bottomMargin: Theme.space(tile.inLine ? 0.5 : 1.5)
            horizontalAlignment: tile.inLine ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: tile.text
            color: Theme.primary
            bold: true
            font.pixelSize: tile.inLine ? Theme.body : Theme.label
            lineHeight: 0.95
            fontSizeMode: Text.VerticalFit
            minimumPixelSize: Theme.caption
        }
    }
}
