import QtQuick
import Jiaohao

// Something went wrong that nobody foresaw. The kiosk starts again by itself.
KioskPage {
    id: page

    objectName: "broken_page"

    CalmPage {
        anchors.fill: parent
        maximumWidth: (page.portrait ? 840 : 1300) * Theme.unit
        iconName: "recall"
        kind: "primary"
        title: qsTr("This kiosk is starting again")
        happened: qsTr("It will be ready in a moment.")
        advice: qsTr("A number that you already have stays valid.")
        help: qsTr("In a hurry? Please go to the reception desk.")
    }
}
