import QtQuick

// What became of the code on paper, or why there can be none. The time is booked either way.
PaperNotice {
    required property var paper

    objectName: "booking_paper_notice"
    stage: paper.stateName
    text: !paper.hasPrinter ? ""
        : stage === "printing" ? qsTr("The code is being printed…")
        : stage === "printed" ? qsTr("Please take the paper with the code below the screen.")
        : stage === "sent" ? qsTr("The code should be printed. Please look below the screen.")
        : stage === "unproven" ? qsTr("It is not certain that the code was printed. Please write it down.")
        : qsTr("The code was not printed. Please write it down; the time is booked.")
}
