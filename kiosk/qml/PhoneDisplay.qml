import QtQuick
import Jiaohao

// The digits so far, and at once what to do about them.
Column {
    id: display

    required property var phone
    // What is to be touched in the end.
    property string act: qsTr("OK")
    readonly property string typed: phone.typed
    readonly property bool faulty: phone.fault !== ""

    spacing: Theme.space(1.5)

    Rectangle {
        width: parent.width
        height: Theme.target * 1.1
        radius: Theme.radius
        color: Theme.surfaceSunken
        border.width: Theme.stroke
        border.color: display.faulty ? Theme.caution : Theme.borderStrong

        Numeral {
            objectName: "phone_digits"
            // Others in the hall would hear it.
            readonly property bool unspoken: true
            anchors.fill: parent
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: [display.typed.slice(0, 3), display.typed.slice(3, 7), display.typed.slice(7)].join(" ").trim()
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            Accessible.role: Accessible.StaticText
            Accessible.name: display.typed
        }
    }
    Words {
        objectName: "phone_advice"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        bold: display.faulty
        color: display.faulty ? Theme.caution : display.phone.missing === 0 ? Theme.good : Theme.quiet
        text: display.phone.fault === "first" ? qsTr("A mobile number begins with 1. Please type 1 first.")
            : display.phone.fault === "second" ? qsTr("After the 1 comes a digit from 3 to 9. Please type that one.")
            : display.phone.fault === "full" ? qsTr("The number has all its 11 digits. Touch %1, or Erase to change it.").arg(display.act)
            : display.phone.fault === "short" ? qsTr("Digits are missing: %1. Please go on.").arg(display.phone.missing)
            : display.typed === "" ? qsTr("11 digits, beginning with 1")
            : display.phone.missing > 0 ? qsTr("Digits to go: %1").arg(display.phone.missing)
            : qsTr("That is all. Please touch %1.").arg(display.act)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
