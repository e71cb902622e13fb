import QtQuick
import Jiaohao

// The database does not answer. Nothing to do but wait: the kiosk goes on by itself.
KioskPage {
    objectName: "away_page"

    CalmPage {
        anchors.fill: parent
        iconName: "database-off"
        title: qsTr("One moment, please")
        happened: qsTr("This kiosk cannot reach the hall's system and issues no numbers right now.")
        advice: qsTr("It goes on by itself as soon as the connection is back.")
        help: qsTr("In a hurry? Please go to the reception desk.")
    }
}
