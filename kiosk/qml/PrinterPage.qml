import QtQuick
import Jiaohao

// The printer cannot print: before a number exists, the person decides whether to go on without paper.
KioskPage {
    id: page

    required property var taking
    readonly property bool issuing: taking.stageName === "issuing"

    objectName: "printer_page"

    CalmPage {
        anchors.fill: parent
        iconName: "printer-off"
        title: page.taking.trouble === "paper_out" ? qsTr("The printer is out of paper")
            : page.taking.trouble === "cover_open" ? qsTr("The printer's cover is open")
            : qsTr("The printer is not ready")
        happened: qsTr("No slip can be printed here at the moment. You have not taken a number yet.")
        advice: qsTr("You can go on without paper: the number is then shown large on this screen, to photograph or remember.")
        help: qsTr("Please tell a member of staff, or use another kiosk.")
    }
    Column {
        x: (parent.width - width) / 2
        width: Math.min(parent.width - 2 * page.side, 840 * Theme.unit)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(page.portrait ? 12 : 3)
        spacing: Theme.gap

        BigButton {
            objectName: "without_paper_button"
            width: parent.width
            height: Theme.target * 1.3
            enabled: !page.taking.isBusy
            text: page.issuing ? qsTr("Taking your number…") : qsTr("Take a number without paper")
            onClicked: page.taking.takeWithoutPaper()
        }
        BigButton {
            objectName: "try_again_button"
            width: parent.width
            kind: "secondary"
            enabled: !page.taking.isBusy
            text: page.taking.stageName === "checking" ? qsTr("Checking the printer…") : qsTr("Try the printer again")
            onClicked: page.taking.takeNumber()
        }
    }
}
