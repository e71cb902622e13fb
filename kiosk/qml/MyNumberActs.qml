import QtQuick
import Jiaohao

// What may be done with a number that is known to be one's own.
Column {
    id: acts

    required property var mine
    required property var taking
    // Whether the hall gives numbers at this hour.
    required property bool issuing
    required property var journey
    required property var errand
    readonly property bool over: errand.isOver === true
    readonly property bool asking: mine.asksToCancel
    readonly property bool busy: mine.isBusy || taking.isBusy
    readonly property bool anew: over || (errand.state === "missed" && errand.mayComeBack !== true)

    spacing: Theme.gap

    Words {
        objectName: "cancel_question"
        visible: acts.asking
        width: parent.width
        text: qsTr("Give number %1 back? It cannot be undone.").arg(acts.errand.number ?? "")
        bold: true
        font.pixelSize: Theme.button
    }
    BigButton {
        objectName: "cancel_number_button"
        visible: acts.asking
        enabled: !acts.busy
        width: parent.width
        height: Theme.target * 1.3
        kind: "danger"
        text: acts.busy ? qsTr("One moment…") : qsTr("Yes, give it back")
        onClicked: acts.mine.cancel()
    }
    BigButton {
        objectName: "keep_number_button"
        visible: acts.asking
        enabled: !acts.busy
        width: parent.width
        height: Theme.target * 1.3
        kind: "secondary"
        text: qsTr("No, keep it")
        onClicked: acts.mine.keep()
    }
    BigButton {
        objectName: "come_back_button"
        visible: !acts.asking && acts.errand.mayComeBack === true
        enabled: !acts.busy
        width: parent.width
        height: Theme.target * 1.3
        iconName: "recall"
        text: qsTr("Wait in line again")
        onClicked: acts.mine.come_back()
    }
    BigButton {
        objectName: "take_new_button"
        visible: !acts.asking && acts.anew && acts.issuing
        width: parent.width
        height: Theme.target * 1.3
        iconName: "ticket"
        text: qsTr("Take a new number")
        onClicked: acts.journey.open("take")
    }
    BigButton {
        objectName: "print_slip_button"
        visible: !acts.asking && !acts.over && acts.taking.hasPrinter
        enabled: !acts.busy
        width: parent.width
        kind: "secondary"
        iconName: acts.taking.isBusy ? "hold" : "printer"
        text: acts.taking.isBusy ? qsTr("Checking the printer…") : qsTr("Print the slip again")
        onClicked: acts.mine.print_again()
    }
    BigButton {
        objectName: "show_progress_button"
        visible: !acts.asking
        enabled: !acts.busy
        width: parent.width
        kind: "secondary"
        iconName: "progress"
        text: qsTr("How far is my errand?")
        onClicked: acts.mine.show_progress()
    }
    BigButton {
        objectName: "rate_button"
        visible: !acts.asking && acts.errand.mayBeRated === true
        enabled: !acts.busy
        width: parent.width
        kind: "secondary"
        iconName: "star"
        text: qsTr("Rate my errand")
        onClicked: acts.mine.rate()
    }
    BigButton {
        objectName: "give_back_button"
        visible: !acts.asking && acts.errand.mayBeCancelled === true
        enabled: !acts.busy
        width: parent.width
        kind: "quiet"
        text: qsTr("Give this number back")
        onClicked: acts.mine.ask_to_cancel()
    }
}
