import QtQuick
import Jiaohao

// Whose place it will be: a mobile number, and the one button that books.
KioskPage {
    id: page

    required property var booking
    readonly property var phone: booking.phoneEntry
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({})
    readonly property var wished: booking.wished
    readonly property bool refused: say(booking.message) !== ""
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property real wide: width - 2 * side

    objectName: "book_person_page"
    focus: true
    Component.onCompleted: forceActiveFocus()
    onWishedChanged: {
        if (wished.slot)
            shown = wished;
    }
    Keys.onPressed: event => {
        if (/^[0-9]$/.test(event.text))
            page.phone.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            page.phone.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.booking.book();
        else
            return;
        event.accepted = true;
    }

    ScrollArea {
        id: told
        anchors.left: parent.left
        anchors.leftMargin: page.side
        y: page.margin
        width: page.portrait ? page.wide : (page.wide - page.side) * 0.5
        height: (page.portrait ? pad.y : book.y) - y - Theme.gap
        spacing: Theme.space(page.portrait ? 3 : 2)

        PageTitle {
            objectName: "page_title"
            width: told.width
            text: qsTr("Your mobile number")
            height: Math.ceil(Theme.title * 1.35)
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            wrapMode: Text.NoWrap
        }
        Column {
            // What is said of it tells it as well.
            visible: page.portrait || !page.refused
            width: told.width
            spacing: Theme.space(0.5)

            Words {
                objectName: "wished_time"
                width: parent.width
                text: page.say(page.shown.day) + "  " + (page.shown.slot ?? "")
                bold: true
                color: Theme.primary
                font.pixelSize: Theme.heading
                font.features: Theme.figures
            }
            Words {
                width: parent.width
                text: page.say(page.shown.name)
                font.pixelSize: Theme.label
                color: Theme.quiet
            }
        }
        Notice {
            objectName: "booking_notice"
            visible: page.refused
            width: told.width
            height: visible ? implicitHeight : 0
            pixelSize: page.portrait ? Theme.body : Theme.caption
            text: page.say(page.booking.message)
        }
        PhoneDisplay {
            width: told.width
            phone: page.phone
            act: qsTr("Book this time")
        }
        Words {
            visible: !page.refused
            width: told.width
            text: qsTr("One booking for each person, matter and day. Kept are the last 4 digits, and a mark that cannot be turned back into the number.")
            color: Theme.quiet
            font.pixelSize: page.portrait ? Theme.body : Theme.caption
        }
    }
    // Its keys stand as everywhere, but its side is that where words end.
    Item {
        id: pad
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.portrait ? book.y - height - Theme.space(4) : page.margin
        width: page.portrait ? page.wide : (page.wide - page.side) * 0.5
        height: keys.height

        PhoneKeys {
            id: keys
            width: parent.width
            keyHeight: page.portrait ? Theme.target * 1.15
                : Math.min(Theme.target * 1.5, (page.height - 2 * page.margin - 3 * spacing) / 4)
            onPressed: digit => page.phone.press(digit)
            onErased: page.phone.erase()
        }
    }
    BigButton {
        id: book
        objectName: "book_button"
        anchors.left: told.left
        width: told.width
        height: Theme.target * 1.35
        y: page.height - height - page.margin
        iconName: page.booking.isBusy ? "hold" : "calendar"
        enabled: !page.booking.isBusy
        text: page.booking.isBusy ? qsTr("One moment…") : qsTr("Book this time")
        onClicked: page.booking.book()
    }
}
