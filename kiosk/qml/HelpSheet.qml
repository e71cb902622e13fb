import QtQuick
import Jiaohao

// One question, one large answer; then who comes, and since when. What to do instead where nobody can be called, or answers.
Sheet {
    id: sheet

    required property var help
    required property string phone
    readonly property string stage: help.stage
    readonly property bool active: stage === "called" || stage === "coming"

    objectName: "help_sheet"
    visible: help.isOpen
    wantedWidth: (wide ? 1200 : 920) * Theme.unit
    wantedHeight: rows.implicitHeight + Theme.space(10)
    onClosed: help.close()

    Column {
        id: rows
        x: Theme.space(5)
        y: Theme.space(5)
        width: parent.width - Theme.space(10)
        spacing: Theme.space(4)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: (sheet.wide ? 100 : 140) * Theme.unit
            height: width
            radius: width / 2
            color: Theme.primarySoft

            Icon {
                anchors.centerIn: parent
                name: sheet.stage === "away" ? "database-off" : sheet.stage === "coming" ? "walk"
                    : sheet.active ? "check" : "help-hand"
                color: Theme.primary
                size: parent.width * 0.54
            }
        }
        Words {
            objectName: "help_title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            bold: true
            font.pixelSize: Theme.heading
            text: {
                switch (sheet.stage) {
                case "calling":
                    return qsTr("Calling a helper…");
                case "called":
                    return qsTr("A helper has been called");
                case "coming":
                    return qsTr("Helper %1 is on the way to you").arg(sheet.help.who);
                case "away":
                    return qsTr("No helper can be called from here right now");
                default:
                    return qsTr("Call a helper to this kiosk?");
                }
            }
            Accessible.role: Accessible.AlertMessage
        }
        Words {
            objectName: "help_words"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.quiet
            text: {
                if (sheet.stage === "away")
                    return qsTr("The connection to the hall is interrupted. Please go to the reception desk.");
                if (sheet.stage === "coming")
                    return qsTr("Please stay here. You may go on meanwhile.");
                if (sheet.help.isLongUnanswered)
                    return qsTr("All helpers are busy. The reception desk helps as well.");
                if (sheet.help.isEscalated)
                    return qsTr("It takes a little longer; more of the staff have been told.");
                if (sheet.active)
                    return qsTr("Please stay here. You may go on meanwhile.");
                return qsTr("The helper learns at which kiosk you are, and nothing of what you typed.");
            }
        }
        Words {
            objectName: "help_phone"
            visible: sheet.phone !== "" && (sheet.stage === "away" || sheet.help.isLongUnanswered)
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            bold: true
            text: qsTr("Telephone: %1").arg(sheet.phone)
        }
        Numeral {
            objectName: "help_running"
            visible: sheet.active
            anchors.horizontalCenter: parent.horizontalCenter
            text: sheet.help.running
            color: Theme.primary
            font.pixelSize: Theme.title
            Accessible.ignored: true
        }
        BigButton {
            objectName: "help_call_button"
            visible: sheet.stage === "ask" || sheet.stage === "calling"
            enabled: sheet.stage === "ask"
            width: parent.width
            iconName: "help-hand"
            text: qsTr("Yes, call a helper")
            onClicked: sheet.help.call()
        }
        BigButton {
            objectName: "help_close_button"
            width: parent.width
            kind: sheet.active ? "primary" : "quiet"
            text: sheet.active ? qsTr("Go on meanwhile") : qsTr("Close")
            onClicked: sheet.help.close()
        }
        BigButton {
            objectName: "help_withdraw_button"
            visible: sheet.active
            width: parent.width
            kind: "quiet"
            text: qsTr("I no longer need help")
            onClicked: sheet.help.withdraw()
        }
    }
}
