import QtQuick
import Jiaohao

// 取号: goes out at once when touched, and says what it waits for.
BigButton {
    id: button

    required property var taking
    // Whether what it is for is done today at all.
    required property bool today

    objectName: "take_number_button"
    font.pixelSize: Theme.title
    iconName: taking.isBusy ? "hold" : "ticket"
    enabled: today && !taking.isBusy
    text: !today ? qsTr("Not available today")
        : taking.stageName === "checking" ? qsTr("Checking the printer…")
        : taking.stageName === "issuing" ? qsTr("Taking your number…")
        : qsTr("Take a number")
    onClicked: taking.take_number()
}
