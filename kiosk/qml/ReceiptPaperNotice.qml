import QtQuick

// What became of the receipt on paper; nothing before anybody asked for it. What was said is kept either way.
PaperNotice {
    required property var paper

    stage: paper.stateName
    objectName: "receipt_paper_notice"
    visible: text !== ""
    text: stage === "printing" ? qsTr("The receipt is being printed…")
        : stage === "printed" ? qsTr("Please take the receipt below the screen.")
        : stage === "sent" ? qsTr("The receipt should be printed. Please look below the screen.")
        : stage === "unproven" ? qsTr("It is not certain that the receipt was printed. Please write the number down.")
        : stage === "failed" ? qsTr("No receipt was printed. Please write the number down.")
        : ""
}
