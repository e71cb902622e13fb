import QtQuick
import Jiaohao

// Nobody is being called: whose board this is.
Item {
    id: idle

    required property bool portrait
    required property var board

    Row {
        anchors.centerIn: parent
        spacing: Theme.space(5)

        ZoneBadge {
            visible: letter !== ""
            letter: idle.board.zoneLetter
            size: (idle.portrait ? 110 : 170) * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space(1)
            Words {
                width: Math.min(implicitWidth, idle.width * (idle.board.zoneLetter !== "" ? 0.7 : 0.92))
                text: idle.board.zoneName !== "" ? idle.board.zoneName : idle.board.hallName
                bold: true
                height: Math.min(implicitHeight, idle.height * 0.6)
                fontSizeMode: Text.Fit
                minimumPixelSize: 34 * Theme.unit
                font.pixelSize: (idle.portrait ? 46 : 80) * Theme.unit
            }
            Words {
                text: qsTr("Please wait for your number")
                color: Theme.quiet
                font.pixelSize: (idle.portrait ? 34 : 44) * Theme.unit
            }
        }
    }
}
