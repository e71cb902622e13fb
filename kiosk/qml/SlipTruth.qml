import QtQuick
import Jiaohao

// What is known about the paper, and no more than that.
Notice {
    id: truth

    required property string stage
    property bool large: false
    property string cancelRefusal: ""
    property string trouble: ""
    // A printer that is well again may print what is missing.
    property bool printable: false
    property bool firstMayCome: false
    readonly property bool known: trouble !== "" && trouble !== "none"

    objectName: "slip_truth"
    strong: true
    pixelSize: (stage === "printed" && !firstMayCome) || stage === "printing" ? Theme.title : large ? Theme.label : Theme.button
    kind: stage === "printed" || stage === "kept" ? "good"
        : printable || stage === "printing" || stage === "sent" || stage === "on_screen" || stage === "shown"
            || stage === "cancelled" || stage === "cancelling" ? "primary" : "caution"
    iconName: stage === "printed" || stage === "kept" ? "check"
        : stage === "printing" || stage === "sent" || printable ? "printer"
        : stage === "on_screen" || stage === "shown" || stage === "cancelled" || stage === "cancelling" ? "info" : "printer-off"
    text: cancelRefusal !== "" ? cancelRefusal
        : stage === "printing" ? qsTr("Your slip is being printed…")
        : stage === "printed" && firstMayCome ? qsTr("Please take your slip. An earlier slip may still come out: it is the same number.")
        : stage === "printed" ? qsTr("Please take your slip")
        : stage === "sent" ? qsTr("Your slip should be printed. If none comes out, photograph or remember the number.")
        : (stage === "not_printed" || stage === "on_screen") && printable ? qsTr("No slip was printed. The printer is ready now.")
        : stage === "not_printed" && known ? qsTr("%1. No slip was printed: photograph or remember the number.").arg(words.title)
        : stage === "not_printed" ? qsTr("No slip was printed. Please photograph or remember the number.")
        : stage === "unproven" && printable ? qsTr("Is your slip missing or incomplete? It can be printed again now.")
        : stage === "unproven" && known ? qsTr("%1. Your slip may be incomplete: photograph or remember the number.").arg(words.title)
        : stage === "unproven" ? qsTr("It is not certain that your slip was printed. Please photograph or remember the number.")
        : stage === "on_screen" ? qsTr("There is no slip. Please photograph or remember the number.")
        : stage === "shown" ? qsTr("This is your number. Please photograph or remember it.")
        : stage === "cancelling" ? qsTr("The number is being given back…")
        : stage === "cancelled" && firstMayCome
            ? qsTr("The number was given back. Should a slip still come out, it is not valid.")
        : stage === "cancelled" ? qsTr("The number was given back. It will not be called.")
        : stage === "kept" ? qsTr("Your number is kept. Please wait until it is called.")
        : ""

    PrinterTrouble {
        id: words
        trouble: truth.trouble
    }
}
