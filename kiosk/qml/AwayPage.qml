import QtQuick
import Jiaohao

// The database does not answer. Nothing to do but wait: the kiosk goes on by itself. Or it answers
// and is of another version: then somebody has to install the same one here.
KioskPage {
    id: page

    objectName: "away_page"

    CalmPage {
        anchors.fill: parent
        maximumWidth: (page.portrait ? 840 : 1300) * Theme.unit
        readonly property bool otherVersion: page.hall.isOtherVersion

        iconName: "database-off"
        title: otherVersion ? qsTr("This kiosk waits for its update") : qsTr("One moment, please")
        happened: otherVersion ? qsTr("It is not of the same version as the hall's system and issues no numbers.")
            : qsTr("This kiosk cannot reach the hall's system and issues no numbers right now.")
        advice: otherVersion ? qsTr("Please use another kiosk, or go to the reception desk.")
            : qsTr("It goes on by itself as soon as the connection is back.")
        help: otherVersion ? qsTr("For the staff: install the hall's version of Jiaohao on this kiosk.")
            : qsTr("In a hurry? Please go to the reception desk.")
    }
}
