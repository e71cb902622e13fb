import QtQuick
import Jiaohao

// The printer cannot print: before a number exists, the person decides whether to go on without paper.
// Who has a number already looks at it on the screen. When the printer is well again, the page says so.
KioskPage {
    id: page

    required property var taking
    required property var kiosk
    readonly property bool issuing: taking.stageName === "issuing"
    readonly property bool checking: taking.stageName === "checking"
    readonly property bool well: kiosk.prints && !checking && settled
    // What this page says, also while it leaves and the visit is forgotten already.
    property bool again: false
    property string number: ""
    property string trouble: ""
    // The watch has seen the trouble that the citizen met, or there was time enough to see it.
    property bool settled: false

    function tryAgain() {
        settled = true;
        if (again)
            taking.reprint();
        else
            taking.take_number();
    }

    function goOn() {
        if (again)
            taking.show_number();
        else
            taking.take_without_paper();
    }

    objectName: "printer_page"
    Component.onCompleted: {
        again = taking.isReprint;
        number = taking.number;
        trouble = taking.trouble;
        settled = !kiosk.prints;
    }

    Timer {
        interval: 2000
        running: !page.settled
        onTriggered: page.settled = true
    }
    Connections {
        target: page.kiosk
        function onChanged() {
            if (!page.kiosk.prints) {
                page.settled = true;
                page.trouble = page.kiosk.trouble;
            }
        }
    }
    PrinterTrouble {
        id: words
        trouble: page.trouble
    }
    CalmPage {
        anchors.left: parent.left
        objectName: "printer_says"
        width: page.portrait ? parent.width : parent.width * 0.56
        height: page.portrait ? acts.y : parent.height
        kind: page.well ? "primary" : "caution"
        iconName: page.well ? "printer" : "printer-off"
        iconSize: (page.portrait ? 200 : 120) * Theme.unit
        maximumWidth: 960 * Theme.unit
        title: page.well ? qsTr("The printer is ready again") : words.title
        happened: page.well ? (page.again ? qsTr("Your number %1 is still valid.").arg(page.number)
                : qsTr("You do not have a number yet."))
            : page.again ? qsTr("No slip can be printed right now. Your number %1 is still valid.").arg(page.number)
            : qsTr("No slip can be printed right now. You do not have a number yet.")
        advice: page.well || page.again ? ""
            : qsTr("Without paper, your number is shown large on this screen, to photograph or remember.")
        help: page.well ? "" : page.trouble === "head" ? qsTr("It goes on by itself in a few minutes. The staff know.")
            : qsTr("The staff have been told.")
    }
    Column {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: page.portrait ? (parent.width - width) / 2 : 2 * page.side
        y: page.portrait ? parent.height - height - Theme.space(14) : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * page.side, (page.portrait ? 840 : 700) * Theme.unit)
        spacing: Theme.gap

        NextKiosk {
            width: parent.width
            name: page.well ? "" : page.say(page.kiosk.nextKiosk)
        }
        BigButton {
            objectName: page.well ? "print_now_button" : "without_paper_button"
            width: parent.width
            height: Theme.target * 1.3
            enabled: !page.taking.isBusy
            iconName: page.well ? "printer" : ""
            text: page.issuing ? qsTr("Taking your number…")
                : page.well ? (page.again ? qsTr("Print the slip again") : qsTr("Take a number"))
                : page.again ? qsTr("Show it on the screen") : qsTr("Go on without paper")
            onClicked: page.well ? page.tryAgain() : page.goOn()
        }
        BigButton {
            objectName: page.well ? "without_paper_button" : "try_again_button"
            width: parent.width
            kind: "secondary"
            enabled: !page.taking.isBusy
            text: page.checking ? qsTr("Checking the printer…")
                : page.well ? (page.again ? qsTr("Show it on the screen") : qsTr("Go on without paper"))
                : qsTr("Try the printer again")
            onClicked: page.well ? page.goOn() : page.tryAgain()
        }
    }
}
