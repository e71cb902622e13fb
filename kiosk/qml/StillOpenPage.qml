import QtQuick
import Jiaohao

// This person has a number in this queue already: where it stands, and its slip again.
KioskPage {
    id: page

    required property var taking
    readonly property var current: ({ "number": taking.number, "slip": taking.slip })
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({ "number": "", "slip": {} })
    readonly property bool checking: taking.stageName === "checking"

    objectName: "still_open_page"
    onCurrentChanged: {
        if (current.number !== "")
            shown = current;
    }

    CalmPage {
        anchors.left: parent.left
        width: page.portrait ? parent.width : parent.width * 0.56
        height: page.portrait ? acts.y : parent.height
        kind: "primary"
        iconName: "my-ticket"
        iconSize: (page.portrait ? 200 : 120) * Theme.unit
        maximumWidth: 960 * Theme.unit
        title: qsTr("You already have number %1: %2").arg(page.shown.number).arg(page.say(page.shown.slip.queue))
        happened: page.standingWords(page.shown.slip)
        advice: qsTr("It is still valid, so you need no new one.")
        help: page.taking.hasPrinter && (page.portrait || !page.journey.largeText)
            ? qsTr("If the slip is lost, have it printed again here.") : ""
    }
    Column {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: page.portrait ? (parent.width - width) / 2 : 2 * page.side
        y: page.portrait ? parent.height - height - Theme.space(14) : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * page.side, (page.portrait ? 840 : 700) * Theme.unit)
        spacing: Theme.gap

        BigButton {
            objectName: "reprint_button"
            visible: page.taking.hasPrinter
            width: parent.width
            height: Theme.target * 1.3
            enabled: !page.taking.isBusy
            iconName: page.checking ? "hold" : "printer"
            text: page.checking ? qsTr("Checking the printer…") : qsTr("Print the slip again")
            onClicked: page.taking.reprint()
        }
        BigButton {
            objectName: "show_number_button"
            width: parent.width
            height: page.taking.hasPrinter ? Theme.target : Theme.target * 1.3
            kind: page.taking.hasPrinter ? "secondary" : "primary"
            enabled: !page.taking.isBusy
            text: qsTr("Show it on the screen")
            onClicked: page.taking.show_number()
        }
    }
}
