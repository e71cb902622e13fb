import QtQuick
import Jiaohao

// The kiosk's own number pad, for a mobile number that nobody has to say. A keyboard works as well.
Sheet {
    id: sheet

    required property var phone
    property string title: qsTr("Mobile number (optional)")
    property string why: qsTr("To have your slip printed again, and not to take two numbers. It is not stored.")

    objectName: "phone_sheet"
    visible: phone.isOpen
    wantedWidth: (wide ? 1700 : 860) * Theme.unit
    wantedHeight: (wide ? Math.max(said.implicitHeight, keys.implicitHeight)
        : said.implicitHeight + keys.implicitHeight + Theme.space(4)) + acts.implicitHeight + Theme.space(wide ? 13 : 14)
    onClosed: phone.close()
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9")
            sheet.phone.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            sheet.phone.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.phone.accept();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: said
        readonly property real beside: (parent.width - Theme.space(15)) / 2
        x: Theme.space(5)
        y: Theme.space(5)
        width: sheet.wide ? beside : parent.width - Theme.space(10)
        spacing: Theme.space(2)

        Words {
            width: parent.width
            text: sheet.title
            bold: true
            font.pixelSize: Theme.heading
        }
        Words {
            width: parent.width
            text: sheet.why
            color: Theme.quiet
        }
        PhoneDisplay {
            width: parent.width
            phone: sheet.phone
        }
    }
    PhoneKeys {
        id: keys
        x: sheet.wide ? said.x + said.width + Theme.space(5) : said.x
        y: sheet.wide ? said.y : said.y + said.height + Theme.space(4)
        width: said.width
        onPressed: digit => sheet.phone.press(digit)
        onErased: sheet.phone.erase()
    }
    Row {
        id: acts
        readonly property int shown: remove.visible ? 3 : 2
        readonly property real actWidth: (width - (shown - 1) * spacing) / shown
        x: Theme.space(5)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(5)
        width: parent.width - Theme.space(10)
        spacing: Theme.gap

        BigButton {
            objectName: "phone_close_button"
            width: acts.actWidth
            kind: "quiet"
            text: qsTr("Close")
            onClicked: sheet.closed()
        }
        BigButton {
            id: remove
            objectName: "phone_remove_button"
            visible: sheet.phone.masked !== ""
            width: acts.actWidth
            kind: "secondary"
            text: qsTr("Remove")
            onClicked: sheet.phone.wipe()
        }
        BigButton {
            objectName: "phone_ok_button"
            width: acts.actWidth
            text: qsTr("OK")
            onClicked: sheet.phone.accept()
        }
    }
}
