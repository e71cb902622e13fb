import QtQuick
import Jiaohao

// What is left to decide about a number: keep it or give it back; or to go.
Column {
    id: acts

    required property var taking
    required property var journey
    required property var idle
    required property var forms
    required property string language
    required property string stage
    // A number that the person had before: it is not for this page to give it back.
    required property bool again
    readonly property bool undecided: ["not_printed", "unproven", "on_screen"].includes(stage)
    // A printer that is well again may print what is missing.
    readonly property bool printable: undecided && taking.canPrintAgain
    readonly property bool farewell: ["printed", "sent", "shown", "kept", "cancelled"].includes(stage)

    spacing: Theme.gap

    BigButton {
        objectName: "print_again_button"
        visible: acts.printable
        width: parent.width
        height: Theme.target * 1.3
        iconName: "printer"
        text: acts.stage === "unproven" ? qsTr("Print the slip again") : qsTr("Print my slip now")
        onClicked: acts.taking.print_again()
    }
    Row {
        visible: acts.printable
        width: parent.width
        spacing: Theme.gap

        BigButton {
            objectName: "keep_button"
            width: acts.again ? parent.width : (parent.width - parent.spacing) / 2
            kind: "secondary"
            text: qsTr("Keep it")
            onClicked: acts.taking.keep()
        }
        BigButton {
            objectName: "cancel_button"
            visible: !acts.again
            width: (parent.width - parent.spacing) / 2
            kind: "secondary"
            text: qsTr("Give it back")
            onClicked: acts.taking.cancel()
        }
    }
    BigButton {
        objectName: "keep_button"
        visible: acts.undecided && !acts.printable
        width: parent.width
        height: Theme.target * 1.3
        iconName: "check"
        text: qsTr("Noted, keep my number")
        onClicked: acts.taking.keep()
    }
    BigButton {
        objectName: "cancel_button"
        visible: (acts.undecided && !acts.again && !acts.printable) || acts.stage === "cancelling"
        enabled: !acts.taking.isBusy
        width: parent.width
        kind: "secondary"
        text: qsTr("Give the number back")
        onClicked: acts.taking.cancel()
    }
    FormOffer {
        visible: acts.farewell && acts.stage !== "cancelled" && names.length > 0
        width: acts.width
        names: acts.forms.ofNumber
        language: acts.language
        onClicked: acts.forms.begin_taken()
    }
    BigButton {
        objectName: "finish_button"
        visible: acts.farewell
        width: parent.width
        height: Theme.target * 1.3
        text: qsTr("Done (%1)").arg(acts.idle.secondsLeft)
        onClicked: acts.journey.finish()
    }
}
