pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The hall at night: the time, and when it opens. The words move a little every minute.
KioskPage {
    id: page

    required property var clock
    required property var night
    readonly property real roomAcross: (width - words.width) / 2 - side
    readonly property real roomDown: (height - words.height) / 2 - side

    objectName: "night_view"
    Accessible.role: Accessible.StaticText
    Accessible.name: closed.text + (opens.visible ? "\n" + opens.text : "")

    Column {
        id: words
        width: Math.min(parent.width - 4 * page.side, (page.portrait ? 860 : 1300) * Theme.unit)
        x: page.side + page.roomAcross + page.night.across * page.roomAcross
        y: page.side + page.roomDown + page.night.down * page.roomDown * 0.6
        spacing: Theme.space(4)

        Words {
            objectName: "night_hall"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.say(page.hall.hallName)
            color: Theme.quiet
            font.pixelSize: Theme.label
        }
        Numeral {
            objectName: "night_time"
            anchors.horizontalCenter: parent.horizontalCenter
            text: page.clock.timeText
            color: Theme.quiet
            font.pixelSize: Math.round(Theme.title * 2.6)
        }
        Words {
            id: closed
            objectName: "night_closed"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.say(page.hall.closedWhy)
            color: Theme.quiet
            font.pixelSize: Theme.heading
        }
        Words {
            id: opens
            objectName: "night_opens"
            visible: page.say(page.hall.opensAt) !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Opens: %1").arg(page.say(page.hall.opensAt))
            color: Theme.text
            bold: true
            font.pixelSize: Theme.heading
            font.features: Theme.figures
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Touch for the opening hours")
            color: Theme.quiet
            font.pixelSize: Theme.body
        }
    }
}
