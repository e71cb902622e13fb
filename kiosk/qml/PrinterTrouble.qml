import QtQuick

// What stands in the way of slips, in a citizen's words.
QtObject {
    // As the printer said it: `common.printing.status.Trouble`.
    required property string trouble
    // For who is about to choose: what is the matter, and that the hall goes on.
    readonly property string title: trouble === "paper_out" ? qsTr("The printer is out of paper")
        : trouble === "cover_open" ? qsTr("The printer's cover is open")
        : trouble === "jam" ? qsTr("Paper is stuck in the printer")
        : trouble === "cutter" ? qsTr("The printer's cutter is stuck")
        : trouble === "head" ? qsTr("The printer must cool down")
        : trouble === "offline" ? qsTr("The printer is switched to pause")
        : trouble === "unknown" ? qsTr("The printer does not answer")
        : trouble === "unreachable" ? qsTr("The printer is not connected")
        : trouble === "service" ? qsTr("The printer needs repair")
        : trouble === "error" ? qsTr("The printer has a fault")
        : qsTr("The printer is not ready")
}
