pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Nobody is here: the hall's pictures, its name, the time, and where to touch. The whole page is the button.
KioskPage {
    id: page

    required property var clock
    required property var kiosk
    required property var pictures
    readonly property bool pictured: pictures.source !== ""

    objectName: "attract_page"

    Rectangle {
        anchors.fill: parent
        color: Theme.primary
    }
    MouseArea {
        id: start
        objectName: "start_area"
        anchors.fill: parent
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Touch to start")
        Accessible.onPressAction: page.journey.start()
        onClicked: page.journey.start()
    }
    PictureShow {
        id: show
        width: page.portrait ? parent.width : parent.width * 0.62
        height: page.portrait ? parent.height * 0.5 : notices.y
        pictures: page.pictures
    }
    HallNotices {
        id: notices
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
        notices: page.portrait || page.pictured || page.kiosk.prints ? page.journey.lists.notices : []
        language: page.language
    }
    Item {
        id: board
        readonly property bool tall: height >= width
        readonly property real shorter: Math.min(width, height)
        readonly property real free: height - (!trouble.visible || (tall && !page.pictured) ? 0 : trouble.height)
        // What is left free below the button for the other language.
        readonly property real below: Theme.space(tall ? (page.pictured ? 6 : 14) : notices.visible || trouble.visible ? 3 : 5)
        // What stands below the time, and must.
        readonly property real taken: hand.height + begin.height + Theme.space(9) + language.height + below
            + (trouble.visible ? trouble.height + Theme.space(3) : 0)
        x: page.pictured && !page.portrait ? show.width : 0
        y: page.pictured && page.portrait ? show.height : 0
        width: parent.width - x
        height: notices.y - y
        clip: true

        Repeater {
            model: 3

            Rectangle {
                required property int index

                anchors.centerIn: hand
                width: board.shorter * (0.42 + index * 0.3)
                height: width
                radius: width / 2
                color: Theme.onPrimary
                opacity: 0.05
            }
        }
        Column {
            id: hallWords
            x: page.side * 1.5
            width: parent.width - 3 * page.side
            anchors.top: parent.top
            anchors.topMargin: Theme.space(!board.tall ? 9 : page.pictured ? 10 : 20)
            spacing: Theme.space(board.tall ? 4 : 2)

            Words {
                objectName: "hall_name"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.say(page.hall.hallName)
                color: Theme.onPrimary
                bold: true
                font.pixelSize: Math.round(Theme.title * (board.tall && page.pictured ? 1 : 1.3))
                wrapMode: board.tall ? Text.Wrap : Text.NoWrap
                fontSizeMode: board.tall ? Text.FixedSize : Text.HorizontalFit
                minimumPixelSize: Theme.caption
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.clock.dateText
                color: Theme.onPrimaryQuiet
                font.pixelSize: Theme.label
            }
        }
        KioskName {
            x: page.side
            y: Theme.space(4)
            width: parent.width - 2 * page.side
            horizontalAlignment: Text.AlignHCenter
            kiosk: page.kiosk
            language: page.language
            color: Theme.onPrimaryQuiet
        }
        Notice {
            id: trouble
            objectName: "attract_trouble"
            visible: !page.kiosk.prints
            x: (parent.width - width) / 2
            width: Math.min(parent.width - 2 * page.side, 1480 * Theme.unit)
            height: implicitHeight
            // A wide screen has room for it only where the hall's notices stand otherwise.
            y: board.height - height - (board.tall ? board.below + language.height + Theme.space(3) : Theme.space(2))
            iconName: "printer-off"
            text: page.say(page.kiosk.nextKiosk) !== ""
                ? qsTr("No slips here right now, but numbers on the screen. Slips at: %1").arg(page.say(page.kiosk.nextKiosk))
                : qsTr("No slips here right now: numbers are shown on the screen.")
        }
        Numeral {
            id: time
            // Beside a picture there is no room for everything.
            visible: !page.pictured || board.height - board.taken > y + height
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: hallWords.bottom
            anchors.topMargin: Theme.space(board.tall ? 2 : 0)
            text: page.clock.timeText
            color: Theme.onPrimary
            font.pixelSize: Math.round(Theme.title * (board.tall ? 2.6 : 1.9))
        }
        Rectangle {
            id: hand
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(time.y + (time.visible ? time.height + Theme.space(2) : 0),
                Math.min(board.free * (board.tall ? 0.52 : page.pictured ? 0.5 : 0.57) - height / 2,
                    page.pictured ? board.height - board.taken : board.height))
            width: board.shorter * (page.pictured ? 0.19 : 0.25)
            height: width
            radius: width / 2
            color: Theme.onPrimary

            FocusRing {
                shown: start.activeFocus
                radius: width / 2
            }
            Icon {
                anchors.centerIn: parent
                name: "touch"
                color: Theme.primary
                size: parent.width * 0.56
            }
        }
        Words {
            id: begin
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: hand.bottom
            anchors.topMargin: Theme.space(board.tall && !page.pictured ? 7 : 3)
            text: qsTr("Touch to start")
            color: Theme.onPrimary
            bold: true
            font.pixelSize: Math.round(Theme.title * (board.tall && !page.pictured ? 1.7 : 1.3))
            wrapMode: Text.NoWrap
        }
        BigButton {
            id: language
            objectName: "other_language_button"
            anchors.horizontalCenter: parent.horizontalCenter
            y: board.height - height - board.below - (!board.tall && trouble.visible ? trouble.height + Theme.space(2) : 0)
            width: 420 * Theme.unit
            kind: "secondary"
            iconName: "language"
            text: page.language === "zh" ? "English" : "中文"
            onClicked: page.journey.start_in(page.language === "zh" ? "en" : "zh")
        }
    }
}
