import QtQuick
import Jiaohao

// What was sent and under which receipt; or what the hall answered to it.
KioskPage {
    id: page

    required property var opinions
    // Just sent, and not looked up.
    required property bool sent
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({})
    readonly property var told: opinions.told
    readonly property bool answered: (shown.answer ?? "") !== ""

    objectName: sent ? "opinion_sent_page" : "opinion_answer_page"
    onToldChanged: {
        if (told.receipt)
            shown = told;
    }

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: page.portrait ? -Theme.space(3) : 0
        width: Math.min(page.width - 2 * page.side, (page.portrait ? 1000 : 1560) * Theme.unit)
        spacing: Theme.space(page.portrait ? 3 : 2)

        Rectangle {
            visible: page.portrait && (page.sent || page.answered)
            anchors.horizontalCenter: parent.horizontalCenter
            width: 168 * Theme.unit
            height: width
            radius: width / 2
            color: Theme.goodSoft

            Icon {
                anchors.centerIn: parent
                name: page.sent ? "check" : "form"
                color: Theme.good
                size: parent.width * 0.5
            }
        }
        PageTitle {
            objectName: "page_title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.sent ? qsTr("Thank you. We have received it.")
                : page.answered ? qsTr("The hall's answer") : qsTr("Not answered yet")
        }
        Card {
            width: parent.width
            implicitHeight: inside.implicitHeight + Theme.space(page.portrait ? 8 : 5)
            height: implicitHeight

            Column {
                id: inside
                x: Theme.space(4)
                width: parent.width - Theme.space(8)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space(2)

                Words {
                    width: parent.width
                    horizontalAlignment: page.sent ? Text.AlignHCenter : Text.AlignLeft
                    text: page.sent ? qsTr("Your receipt number")
                        : page.say(page.shown.kind) + " · " + page.say(page.shown.topic) + " · " + page.say(page.shown.day)
                    color: Theme.quiet
                    font.pixelSize: Theme.label
                }
                Numeral {
                    objectName: "receipt_number"
                    visible: page.sent
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: page.shown.receipt ?? ""
                    font.pixelSize: Theme.title * 2
                    color: Theme.primary
                }
                Words {
                    objectName: "told_words"
                    visible: !page.sent && text !== ""
                    width: parent.width
                    text: page.shown.words ?? ""
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }
                Rectangle {
                    visible: !page.sent && page.answered
                    width: parent.width
                    height: Theme.stroke
                    color: Theme.border
                }
                Words {
                    objectName: "answer_words"
                    visible: !page.sent && page.answered
                    width: parent.width
                    text: page.shown.answer ?? ""
                    bold: true
                    // A long one is in smaller letters, and whole.
                    font.pixelSize: Theme.label
                    height: Math.min(whole.implicitHeight, page.height * (page.portrait ? 0.42 : 0.3))
                    fontSizeMode: Text.VerticalFit
                    minimumPixelSize: Theme.captionSize * Theme.unit * 0.6
                }
                Words {
                    id: whole
                    visible: false
                    width: parent.width
                    text: page.shown.answer ?? ""
                    bold: true
                    font.pixelSize: Theme.label
                }
            }
        }
        Words {
            width: parent.width
            visible: page.sent || !page.answered
            horizontalAlignment: Text.AlignHCenter
            color: Theme.quiet
            text: page.sent ? qsTr("Please note it down or take a picture: with it you read the answer here, within 15 days.")
                : qsTr("It is answered within 15 days. Please come back with your receipt number.")
        }
        ReceiptPaperNotice {
            width: parent.width
            paper: page.opinions.paper
        }
        BigButton {
            objectName: "print_receipt_button"
            visible: page.sent && page.opinions.paper.hasPrinter
                && !["printing", "printed", "sent"].includes(page.opinions.paper.stateName)
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 840 * Theme.unit)
            kind: "secondary"
            iconName: "printer"
            text: qsTr("Print the receipt")
            onClicked: page.opinions.print_receipt()
        }
        BigButton {
            objectName: "finish_button"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 840 * Theme.unit)
            height: Theme.target * 1.3
            text: qsTr("Done")
            onClicked: page.journey.finish()
        }
    }
}
