import QtQuick
import QtQuick.Templates as T
import Jiaohao

// In the frame of every page: how many services wait for one number, and the way to them.
T.AbstractButton {
    id: mark

    required property var basket
    readonly property int count: basket.count

    objectName: "basket_mark"
    visible: count > 0
    implicitWidth: words.implicitWidth + sign.width + Theme.space(7)
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    text: count
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Chosen: %1").arg(count)
    Accessible.onPressAction: mark.clicked()
    Keys.onReturnPressed: mark.click()
    Keys.onEnterPressed: mark.click()
    onClicked: basket.open()

    background: Rectangle {
        radius: height / 2
        color: mark.down ? Theme.primary : Theme.primarySoft
        border.width: Theme.stroke
        border.color: Theme.primary

        FocusRing { shown: mark.visualFocus }
    }
    contentItem: Item {
        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(2.5)
            anchors.verticalCenter: parent.verticalCenter
            name: "basket"
            color: mark.down ? Theme.onPrimary : Theme.primary
            size: Theme.button
        }
        Words {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: Theme.space(1.5)
            anchors.verticalCenter: parent.verticalCenter
            text: mark.text
            color: mark.down ? Theme.onPrimary : Theme.primary
            bold: true
            wrapMode: Text.NoWrap
            font.features: Theme.figures
        }
    }
}
