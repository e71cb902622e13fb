import QtQuick

// What became of the list on paper, or why there can be none.
PaperNotice {
    id: notice

    required property var checklist
    required property var kiosk
    required property string language
    readonly property string another: kiosk.nextKiosk[language] ?? ""
    readonly property string why: stage === "failed" || stage === "unproven" ? checklist.trouble : kiosk.trouble

    objectName: "checklist_notice"
    stage: checklist.stateName
    text: !checklist.hasPrinter ? ""
        : stage === "printing" ? qsTr("The list is being printed…")
        : stage === "printed" ? qsTr("Please take the list below the screen.")
        : stage === "sent" ? qsTr("The list should be printed. Please look below the screen.")
        : stage === "unproven" && words.known ? qsTr("%1. The list may be incomplete.").arg(words.title)
        : stage === "unproven" ? qsTr("It is not certain that the list was printed.")
        : !kiosk.prints && another !== "" ? qsTr("%1. A list can be printed at: %2").arg(words.title).arg(another)
        : !kiosk.prints || (stage === "failed" && words.known)
            ? qsTr("%1. No list can be printed right now; the staff have been told.").arg(words.title)
        : stage === "failed" ? qsTr("No list was printed. Please try once more.")
        : ""

    PrinterTrouble {
        id: words
        readonly property bool known: trouble !== "" && trouble !== "none"
        trouble: notice.why
    }
}
