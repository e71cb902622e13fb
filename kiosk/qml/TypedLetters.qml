import QtQuick
import Jiaohao

// What was typed so far, or what may be typed.
Rectangle {
    id: field

    required property string typed
    property string hint: qsTr("Name, or first letters")
    property string iconName: "search"

    implicitHeight: Theme.target * 1.1
    radius: Theme.radius
    color: Theme.surface
    border.width: 2 * Theme.stroke
    border.color: Theme.primary
    Accessible.role: Accessible.EditableText
    Accessible.name: hint
    Accessible.description: typed

    Icon {
        id: glass
        name: field.iconName
        color: Theme.primary
        size: Theme.headingSize * Theme.unit * 1.1
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
    }
    Numeral {
        id: letters
        objectName: "typed_letters"
        visible: text !== ""
        anchors.left: glass.right
        anchors.leftMargin: Theme.space(2.5)
        width: Math.min(implicitWidth, field.width - glass.width - Theme.space(9.5))
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: field.typed
        font.pixelSize: Theme.title
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption
    }
    Rectangle {
        anchors.left: letters.visible ? letters.right : glass.right
        anchors.leftMargin: Theme.space(letters.visible ? 0.75 : 2.5)
        anchors.verticalCenter: parent.verticalCenter
        width: 2 * Theme.stroke
        height: parent.height * 0.55
        color: Theme.primary
    }
    Words {
        visible: !letters.visible
        anchors.left: glass.right
        anchors.leftMargin: Theme.space(4)
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        text: field.hint
        color: Theme.quiet
    }
}
