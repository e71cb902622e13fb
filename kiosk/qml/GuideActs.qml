import QtQuick
import Jiaohao

// The list on paper, where there is a printer, and the way to a number.
Row {
    id: acts

    required property var checklist
    required property var kiosk
    // Whether what it is about is done today at all.
    required property bool today
    // Whether the hall gives numbers at this hour.
    required property bool issuing
    // Whether a time to come can be booked for it, which is offered where no number can be taken.
    required property bool bookable
    readonly property bool books: bookable && !(today && issuing)
    signal taken
    signal booked

    spacing: Theme.gap

    BigButton {
        id: list
        objectName: "print_list_button"
        visible: acts.checklist.hasPrinter
        width: (acts.width - acts.spacing) * 0.46
        height: acts.height
        kind: "secondary"
        font.pixelSize: Theme.label
        enabled: acts.kiosk.prints && acts.checklist.stateName !== "printing"
        iconName: "printer"
        text: qsTr("Print the list")
        onClicked: acts.checklist.print_list()
    }
    BigButton {
        objectName: "take_from_guide_button"
        width: acts.width - (list.visible ? list.width + acts.spacing : 0)
        height: acts.height
        enabled: (acts.today && acts.issuing) || acts.books
        iconName: acts.books ? "calendar" : "ticket"
        text: acts.books ? qsTr("Book a time") : !acts.today ? qsTr("Not available today")
            : acts.issuing ? qsTr("Take a number") : qsTr("No numbers right now")
        onClicked: {
            if (acts.books)
                acts.booked();
            else
                acts.taken();
        }
    }
}
