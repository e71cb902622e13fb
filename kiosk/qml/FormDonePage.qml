import QtQuick
import Jiaohao

// The code under which the counter finds the form: on screen, and on paper where there is a printer.
KioskPage {
    id: page

    required property var forms
    required property var kiosk
    readonly property var current: ({ "code": forms.keeping.code, "names": forms.keeping.names, "page": forms.keeping.page })
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({ "code": "", "names": [], "page": {} })
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property bool numbered: (shown.page.number ?? "") !== ""

    objectName: "form_done_page"
    onCurrentChanged: {
        if (current.code !== "")
            shown = current;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        x: page.side
        width: parent.width - 2 * page.side
        anchors.top: parent.top
        anchors.topMargin: page.margin
        text: page.numbered ? qsTr("Done. The window has it with your number %1.").arg(page.shown.page.number)
            : qsTr("Done. Please show this code at the window.")
    }
    Card {
        id: card
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? sentence.width : (sentence.width - page.side) * 0.56
        anchors.top: sentence.bottom
        anchors.topMargin: page.margin
        height: words.implicitHeight + Theme.space(8)

        Column {
            id: words
            x: Theme.space(4)
            width: parent.width - Theme.space(8)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space(2)

            Row {
                id: line
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.space(5)

                Numeral {
                    objectName: "form_code"
                    width: words.width - sign.width - parent.spacing
                    anchors.verticalCenter: parent.verticalCenter
                    horizontalAlignment: Text.AlignHCenter
                    text: page.shown.code.slice(0, 3) + " " + page.shown.code.slice(3)
                    color: Theme.call
                    font.pixelSize: Math.round(Theme.number * 0.8)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.title
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("Code") + " " + page.shown.code
                }
                QrSign {
                    id: sign
                    code: page.shown.code
                    size: 240 * Theme.unit
                }
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.shown.names.map(name => page.say(name)).join(" · ")
                bold: true
                font.pixelSize: Theme.button
            }
            Words {
                objectName: "form_kept_until"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Kept encrypted until %1, then erased. Nothing of it stays on this machine.").arg(page.say(page.shown.page.until))
                color: Theme.quiet
            }
        }
    }
    FormPaperNotice {
        id: printed
        objectName: "form_paper_notice"
        visible: text !== ""
        anchors.left: page.portrait ? card.left : card.right
        anchors.leftMargin: page.portrait ? 0 : page.side
        y: page.portrait ? card.y + card.height + page.margin : card.y
        width: page.portrait ? card.width : sentence.width - card.width - page.side
        height: visible ? implicitHeight : 0
        paper: page.forms.paper
    }
    Words {
        anchors.left: printed.left
        width: printed.width
        y: printed.y + printed.height + Theme.space(2)
        visible: !page.forms.paper.hasPrinter
        text: qsTr("Please write the code down or photograph it.")
        bold: true
        font.pixelSize: Theme.button
    }
    Column {
        anchors.left: printed.left
        width: printed.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        spacing: Theme.gap

        BigButton {
            objectName: "form_take_number_button"
            visible: !page.numbered && page.hall.isIssuing
            width: parent.width
            height: Theme.target * 1.4
            iconName: "ticket"
            text: qsTr("Take a number for it")
            onClicked: page.forms.take_number()
        }
        BigButton {
            objectName: "form_print_again_button"
            visible: page.forms.paper.hasPrinter && page.forms.paper.stateName !== "printing"
            enabled: page.kiosk.prints
            width: parent.width
            kind: "secondary"
            iconName: "printer"
            text: qsTr("Print the code again")
            onClicked: page.forms.keeping.print_code()
        }
        BigButton {
            objectName: "form_finish_button"
            width: parent.width
            kind: page.numbered ? "primary" : "secondary"
            text: qsTr("Finish")
            onClicked: page.journey.finish()
        }
    }
}
