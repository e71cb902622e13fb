pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// 预约取号: which appointment, by its code, by a scan, or by the last digits of a telephone.
CodePage {
    id: page

    required property var checkIn
    required property var readers
    required property var booking
    readonly property bool asking: checkIn.asksToCancel
    readonly property var choices: checkIn.choices

    objectName: "appointment_page"
    entry: checkIn.entry
    title: asking ? qsTr("Cancel this appointment?") : choices.length > 0 ? qsTr("Which half hour is yours?") : qsTr("Your appointment, please")
    advice: asking ? qsTr("Others can book the time at once. It cannot be undone.")
        : choices.length > 0 ? qsTr("Several people booked with these last digits.")
        : readers.scans ? qsTr("Scan its code, or type it. The last 4 digits of the phone will do as well.")
        : qsTr("Type its code of 6 characters. The last 4 digits of the phone will do as well.")
    hint: qsTr("Code, or last 4 digits")
    iconName: "calendar"
    example: "K7P2RX"
    caption: qsTr("The code is in the confirmation of your booking.")
    message: true
    act: qsTr("Find my appointment")
    refusal: say(checkIn.message)
    busy: checkIn.isBusy
    replaced: choices.length > 0 || asking
    onWanted: checkIn.find()
    other: checkIn.mayCancel ? qsTr("Cancel this appointment")
        : booking.isOffered ? qsTr("Book a time on another day") : ""
    otherIcon: checkIn.mayCancel ? "" : "calendar"
    foundOther: checkIn.mayCancel
    onOtherWanted: {
        if (checkIn.mayCancel)
            checkIn.ask_to_cancel();
        else
            journey.open_booking();
    }

    Column {
        visible: page.asking
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        BigButton {
            objectName: "cancel_appointment_button"
            enabled: !page.busy
            width: parent.width
            height: Theme.target * 1.3
            kind: "danger"
            text: page.busy ? qsTr("One moment…") : qsTr("Yes, cancel it")
            onClicked: page.checkIn.cancel()
        }
        BigButton {
            objectName: "keep_appointment_button"
            enabled: !page.busy
            width: parent.width
            height: Theme.target * 1.3
            kind: "secondary"
            text: qsTr("No, keep it")
            onClicked: page.checkIn.keep()
        }
    }

    PagedGrid {
        id: grid
        objectName: "appointment_choices"
        visible: page.choices.length > 0
        anchors.fill: parent
        columns: 1
        leastHeight: 170 * Theme.unit
        mostHeight: 230 * Theme.unit
        model: page.choices
        delegate: ChoiceTile {
            required property var modelData
            required property int index

            objectName: "appointment_" + index
            width: grid.cellWidth - Theme.gap
            height: grid.cellHeight - Theme.gap
            zone: modelData.zone
            nameSize: Theme.title
            text: modelData.slot
            detail: page.floorWords(modelData.floor) + " · " + page.say(modelData.zoneName)
                + (modelData.late ? " · " + qsTr("late: as a walk-in") : "")
            onClicked: page.checkIn.choose(index)
        }
    }
}
