import QtQuick
import Jiaohao

// The printer cannot print: before a number exists, the person decides whether to go on without paper.
// Who has a number already looks at it on the screen.
KioskPage {
    id: page

    required property var taking
    readonly property bool issuing: taking.stageName === "issuing"
    // What this page says, also while it leaves and the visit is forgotten already.
    property bool again: false
    property string number: ""

    objectName: "printer_page"
    Component.onCompleted: {
        again = taking.isReprint;
        number = taking.number;
    }

    CalmPage {
        width: page.portrait ? parent.width : parent.width * 0.56
        height: page.portrait ? acts.y : parent.height
        iconName: "printer-off"
        iconSize: (page.portrait ? 200 : 120) * Theme.unit
        maximumWidth: 960 * Theme.unit
        title: page.taking.trouble === "paper_out" ? qsTr("The printer is out of paper")
            : page.taking.trouble === "cover_open" ? qsTr("The printer's cover is open")
            : qsTr("The printer is not ready")
        happened: page.again ? qsTr("No slip can be printed right now. Your number %1 is still valid.").arg(page.number)
            : qsTr("No slip can be printed right now. You do not have a number yet.")
        advice: page.again ? "" : qsTr("Without paper, your number is shown large on this screen, to photograph or remember.")
        help: qsTr("Please tell a member of staff, or use another kiosk.")
    }
    Column {
        id: acts
        x: page.portrait ? (parent.width - width) / 2 : parent.width - width - 2 * page.side
        y: page.portrait ? parent.height - height - Theme.space(14) : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * page.side, (page.portrait ? 840 : 700) * Theme.unit)
        spacing: Theme.gap

        BigButton {
            objectName: "without_paper_button"
            width: parent.width
            height: Theme.target * 1.3
            enabled: !page.taking.isBusy
            text: page.issuing ? qsTr("Taking your number…")
                : page.again ? qsTr("Show it on the screen") : qsTr("Go on without paper")
            onClicked: page.again ? page.taking.show_number() : page.taking.take_without_paper()
        }
        BigButton {
            objectName: "try_again_button"
            width: parent.width
            kind: "secondary"
            enabled: !page.taking.isBusy
            text: page.taking.stageName === "checking" ? qsTr("Checking the printer…") : qsTr("Try the printer again")
            onClicked: page.again ? page.taking.reprint() : page.taking.take_number()
        }
    }
}
