pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What staff do at a kiosk: look at its printer, start it again, leave the full screen.
Item {
    id: page

    required property var staff
    required property var trial
    required property var journey
    required property var kiosk
    readonly property bool wide: width > height
    readonly property real side: Theme.space(6)

    function say(words: var): string {
        return words ? words[journey.language] ?? "" : "";
    }

    Card {
        id: card
        anchors.left: parent.left
        anchors.leftMargin: page.side
        y: Theme.space(2)
        width: page.wide ? (parent.width - 3 * page.side) / 2 : parent.width - 2 * page.side
        height: facts.implicitHeight + Theme.space(10)

        Column {
            id: facts
            x: Theme.space(5)
            y: Theme.space(5)
            width: parent.width - Theme.space(10)
            spacing: Theme.space(3)

            Words {
                width: parent.width
                text: page.say(page.kiosk.here)
                bold: true
                font.pixelSize: Theme.heading
            }
            Row {
                width: parent.width
                spacing: Theme.space(2)

                Icon {
                    id: sign
                    name: page.trial.well || !page.trial.hasPrinter ? "printer" : "printer-off"
                    color: page.trial.well || !page.trial.hasPrinter ? Theme.good : Theme.caution
                    size: Theme.heading * 1.2
                }
                Words {
                    objectName: "staff_printer"
                    width: parent.width - sign.width - parent.spacing
                    text: page.trial.hasPrinter ? page.say(page.trial.state) : qsTr("This kiosk has no printer")
                    font.pixelSize: Theme.label
                }
            }
            Words {
                visible: text !== ""
                width: parent.width
                text: page.trial.address
                color: Theme.quiet
                wrapMode: Text.WrapAnywhere
            }
            BigButton {
                objectName: "trial_button"
                visible: page.trial.hasPrinter
                enabled: !page.trial.printing
                width: parent.width
                kind: "secondary"
                iconName: "printer"
                text: page.trial.printing ? qsTr("Printing…") : qsTr("Print a test slip")
                onClicked: page.trial.print_slip()
            }
            Words {
                objectName: "trial_outcome"
                visible: text !== ""
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.say(page.trial.outcome)
                bold: true
            }
        }
    }
    Column {
        anchors.left: page.wide ? card.right : card.left
        anchors.leftMargin: page.wide ? page.side : 0
        y: page.wide ? card.y : card.y + card.height + Theme.space(5)
        width: card.width
        spacing: Theme.gap

        BigButton {
            objectName: "start_again_button"
            visible: page.staff.restarts
            width: parent.width
            height: Theme.target * 1.15
            kind: "secondary"
            iconName: "recall"
            text: qsTr("Start the program again")
            onClicked: page.staff.start_again()
        }
        BigButton {
            objectName: "full_screen_button"
            visible: page.staff.mayLetGo
            width: parent.width
            height: Theme.target * 1.15
            kind: "secondary"
            iconName: page.staff.held ? "arrow-down" : "arrow-up"
            text: page.staff.held ? qsTr("Leave full screen") : qsTr("Full screen again")
            onClicked: page.staff.switch_full_screen()
        }
        BigButton {
            objectName: "end_button"
            width: parent.width
            height: Theme.target * 1.15
            kind: "secondary"
            iconName: "close"
            text: qsTr("Close the kiosk program")
            onClicked: page.staff.end()
        }
    }
}
