import QtQuick

// What became of something on paper. Who uses it finds the words.
Notice {
    property string stage
    readonly property bool well: stage === "printed" || stage === "sent"

    kind: well ? "good" : stage === "printing" ? "primary" : "caution"
    iconName: well ? "check" : stage === "printing" ? "printer" : "printer-off"
}
