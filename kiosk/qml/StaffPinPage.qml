pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The PIN, as dots, and its keys; or why there is nothing to type.
Item {
    id: page

    required property var staff
    readonly property string door: staff.doorName
    readonly property bool types: door === "pin" || door === "checking"
    readonly property bool wide: width > height
    readonly property real gap: Theme.space(5)
    readonly property real keyWidth: Math.min(width - Theme.space(12), 760 * Theme.unit)

    CalmPage {
        objectName: "staff_says"
        visible: page.door === "no_pin" || page.door === "away"
        anchors.fill: parent
        kind: page.door === "no_pin" ? "primary" : "caution"
        iconName: page.door === "no_pin" ? "lock" : "database-off"
        title: page.door === "no_pin" ? qsTr("No PIN is set") : qsTr("The PIN cannot be checked now")
        happened: page.door === "no_pin" ? qsTr("IT staff set it with the command: jiaohao kiosks pin")
            : qsTr("The hall's database cannot be reached.")
    }
    Column {
        id: said
        visible: page.types
        width: page.wide ? (parent.width - page.keyWidth) / 2 : page.keyWidth
        x: page.wide ? (parent.width - width - page.gap - keys.width) / 2 : (parent.width - width) / 2
        y: Math.max(0, (parent.height - height - ok.height - (page.wide ? Theme.space(3) : keys.height + 2 * page.gap)) / 2)
        spacing: Theme.space(3)

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Please type the PIN")
            bold: true
            font.pixelSize: Theme.heading
        }
        Rectangle {
            width: parent.width
            height: Theme.target * 1.1
            radius: Theme.radius
            color: Theme.surfaceSunken
            border.width: Theme.stroke
            border.color: page.staff.wrong ? Theme.caution : Theme.borderStrong

            Row {
                anchors.centerIn: parent
                spacing: Theme.space(2)

                Repeater {
                    objectName: "pin_dots"
                    model: page.staff.digits

                    Rectangle {
                        width: Theme.space(3.5)
                        height: width
                        radius: width / 2
                        color: Theme.text
                    }
                }
            }
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Digits typed: %1").arg(page.staff.digits)
        }
        Words {
            objectName: "pin_advice"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            bold: page.staff.wrong
            color: page.staff.wrong ? Theme.caution : Theme.quiet
            font.features: Theme.figures
            text: page.staff.wait > 0 ? qsTr("Please wait: %1 s").arg(page.staff.wait)
                : page.door === "checking" ? qsTr("Checking…")
                : page.staff.wrong ? qsTr("That is not the PIN. Please try again.")
                : qsTr("6 to 12 digits")
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    PhoneKeys {
        id: keys
        visible: page.types
        enabled: page.staff.wait === 0
        width: page.keyWidth
        x: page.wide ? said.x + said.width + page.gap : (parent.width - width) / 2
        y: page.wide ? (parent.height - height) / 2 : said.y + said.height + page.gap
        onPressed: digit => page.staff.press(digit)
        onErased: page.staff.erase()
    }
    BigButton {
        id: ok
        objectName: "pin_ok_button"
        visible: page.types
        x: said.x
        y: page.wide ? said.y + said.height + Theme.space(3) : keys.y + keys.height + page.gap
        width: said.width
        height: Theme.target * 1.15
        enabled: page.door === "pin" && page.staff.complete && page.staff.wait === 0
        text: qsTr("OK")
        onClicked: page.staff.accept()
    }
}
