import QtQuick
import Jiaohao

// Says plainly that what stands below is old, and what to do meanwhile.
Rectangle {
    id: notice

    required property bool portrait
    required property var board

    objectName: "away_notice"
    color: Theme.cautionSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text + ". " + advice.text

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.space(0.75)
        color: Theme.caution
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.space(notice.portrait ? 3 : 6)

        Icon {
            name: "database-off"
            color: Theme.caution
            size: (notice.portrait ? 76 : 150) * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: notice.width * (notice.portrait ? 0.76 : 0.7)
            spacing: Theme.space(1)

            Words {
                id: title
                width: parent.width
                text: qsTr("New calls cannot be shown here now")
                bold: true
                font.pixelSize: (notice.portrait ? 34 : 60) * Theme.unit
            }
            Words {
                id: advice
                width: parent.width
                text: notice.board.problem !== "" ? notice.board.problem
                    : qsTr("Please watch the screens at the windows. Your number stays valid.")
                font.pixelSize: (notice.portrait ? 28 : 38) * Theme.unit
            }
            Words {
                width: parent.width
                color: Theme.caution
                font.pixelSize: (notice.portrait ? 28 : 34) * Theme.unit
                text: notice.board.awayFor === "" ? qsTr("As of %1").arg(notice.board.lastSeen)
                    : qsTr("As of %1, %2 ago").arg(notice.board.lastSeen).arg(notice.board.awayFor)
            }
        }
    }
}
