import QtQuick
import Jiaohao

// Something went wrong that nobody foresaw. The kiosk starts again by itself.
KioskPage {
    objectName: "broken_page"

    CalmPage {
        anchors.fill: parent
        iconName: "recall"
        kind: "primary"
        title: qsTr("This kiosk is starting again")
        happened: qsTr("It will be ready in a moment.")
        advice: qsTr("A number that you already have stays valid.")
        help: qsTr("In a hurry? Please go to the reception desk.")
    }
}
