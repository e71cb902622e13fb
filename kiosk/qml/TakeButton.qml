import QtQuick
import Jiaohao

// 取号: goes out at once when touched, and says what it waits for.
BigButton {
    id: button

    required property var taking
    // Whether what it is for is done today at all.
    required property bool today
    required property var booking
    readonly property bool books: !today && booking.ofNumber

    objectName: "take_number_button"
    font.pixelSize: Theme.title
    iconName: taking.isBusy ? "hold" : books ? "calendar" : "ticket"
    enabled: (today || books) && !taking.isBusy
    text: books ? qsTr("Book a time on another day")
        : !today ? qsTr("Not available today")
        : taking.stageName === "checking" ? qsTr("Checking the printer…")
        : taking.stageName === "issuing" ? qsTr("Taking your number…")
        : qsTr("Take a number")
    onClicked: {
        if (books)
            booking.begin_taken();
        else
            taking.take_number();
    }
}
