import QtQuick
import Jiaohao

// The code of what was booked, and all that is needed to come: when, where, with what.
KioskPage {
    id: page

    required property var booking
    required property var kiosk
    readonly property var current: booking.told
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({})
    readonly property var stop: shown.stops?.[0]
    readonly property string advice: qsTr("On that day, take your number here with this code from %1 on.").arg(shown.opens ?? "")
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property real wide: width - 2 * side

    objectName: "booked_page"
    onCurrentChanged: {
        if (current.code)
            shown = current;
    }

    ScrollArea {
        id: first
        anchors.left: parent.left
        anchors.leftMargin: page.side
        y: page.margin
        width: page.portrait ? page.wide : (page.wide - page.side) * 0.52
        height: (page.portrait ? acts.y : page.height) - y - page.margin
        spacing: Theme.space(page.portrait ? 3 : 2)

        PageTitle {
            objectName: "page_title"
            width: first.width
            text: qsTr("Your time is booked")
        }
        Notice {
            objectName: "booked_notice"
            visible: text !== ""
            width: first.width
            height: visible ? implicitHeight : 0
            kind: "primary"
            text: page.say(page.booking.message)
        }
        Card {
            width: first.width
            height: code.implicitHeight + Theme.space(6)

            Column {
                id: code
                x: Theme.space(4)
                y: Theme.space(3)
                width: parent.width - Theme.space(8)
                spacing: Theme.space(1.5)

                Row {
                    spacing: Theme.space(4)

                    Numeral {
                        objectName: "booking_code"
                        width: code.width - sign.width - parent.spacing
                        anchors.verticalCenter: parent.verticalCenter
                        horizontalAlignment: Text.AlignHCenter
                        text: (page.shown.code ?? "").slice(0, 3) + " " + (page.shown.code ?? "").slice(3)
                        color: Theme.call
                        font.pixelSize: Math.round(Theme.number * 0.8)
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.title
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("Code") + " " + (page.shown.code ?? "")
                    }
                    QrSign {
                        id: sign
                        code: page.shown.code ?? ""
                        told: qsTr("QR code of your appointment")
                        size: (page.portrait ? 240 : 210) * Theme.unit
                    }
                }
                Words {
                    objectName: "booked_time"
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: page.say(page.shown.day) + "  " + (page.shown.slot ?? "")
                    bold: true
                    color: Theme.primary
                    font.pixelSize: Theme.heading
                    font.features: Theme.figures
                }
                Words {
                    objectName: "booked_service"
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: page.say(page.shown.name)
                    bold: true
                    font.pixelSize: Theme.label
                }
            }
        }
        BookingPaperNotice {
            visible: text !== ""
            width: first.width
            height: visible ? implicitHeight : 0
            paper: page.booking.paper
        }
        Words {
            visible: !page.booking.paper.hasPrinter
            width: first.width
            text: qsTr("Please write the code down or photograph it.")
            bold: true
            font.pixelSize: Theme.label
        }
        PlaceCard {
            visible: page.portrait
            width: first.width
            stop: page.stop
            language: page.language
        }
        Words {
            objectName: "booked_advice"
            width: first.width
            text: page.advice
            visible: page.portrait
        }
        MaterialList {
            visible: page.portrait
            width: first.width
            height: implicitHeight
            columns: materials.length > 3 && !page.journey.largeText ? 2 : 1
            materials: page.shown.materials ?? []
            language: page.language
        }
    }
    ScrollArea {
        id: second
        visible: !page.portrait
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.margin
        width: page.wide - first.width - page.side
        height: acts.y - y - Theme.gap
        spacing: Theme.space(2)

        PlaceCard {
            width: second.width
            stop: page.stop
            language: page.language
        }
        Words {
            width: second.width
            text: page.advice
        }
        MaterialList {
            width: second.width
            height: implicitHeight
            materials: page.shown.materials ?? []
            language: page.language
        }
    }
    Row {
        id: acts
        anchors.left: page.portrait ? first.left : second.left
        width: page.portrait ? first.width : second.width
        height: Theme.target * 1.3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        spacing: Theme.gap

        BigButton {
            id: again
            objectName: "booking_print_button"
            visible: page.booking.paper.hasPrinter && page.booking.paper.stateName !== "printing"
            enabled: page.kiosk.prints
            width: (acts.width - acts.spacing) / 2
            height: acts.height
            kind: "secondary"
            font.pixelSize: Theme.label
            iconName: "printer"
            text: qsTr("Print again")
            onClicked: page.booking.print_code()
        }
        BigButton {
            objectName: "booked_finish_button"
            width: acts.width - (again.visible ? again.width + acts.spacing : 0)
            height: acts.height
            text: qsTr("Finish")
            onClicked: page.journey.finish()
        }
    }
}
