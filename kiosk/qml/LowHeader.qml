pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Above a page that came down to where a wheelchair reaches: whose hall this is, the time, and what the hall wishes people
// to know. Nothing here is to be touched.
Rectangle {
    id: header

    required property string hallName
    required property var clock
    required property var kiosk
    required property var access
    required property string language
    required property var notices
    readonly property bool dark: access.highContrast
    readonly property color ink: dark ? Theme.text : Theme.onPrimary
    readonly property color quietInk: dark ? Theme.quiet : Theme.onPrimaryQuiet
    readonly property real free: height - notes.height

    color: dark ? Theme.page : Theme.primary
    clip: true

    Repeater {
        model: header.dark ? 0 : 3

        Rectangle {
            required property int index

            x: (header.width - width) / 2
            y: header.free / 2 - height / 2
            width: header.free * (0.9 + index * 0.7)
            height: width
            radius: width / 2
            color: Theme.onPrimary
            opacity: 0.04
        }
    }
    Column {
        id: words
        x: Theme.space(6)
        width: parent.width - Theme.space(12)
        y: (header.free - height) / 2
        spacing: header.free * 0.02

        Words {
            objectName: "hall_name"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: header.hallName
            bold: true
            color: header.ink
            font.pixelSize: Math.max(1, Math.min(header.free * 0.13, header.width * 0.05))
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Numeral {
            anchors.horizontalCenter: parent.horizontalCenter
            text: header.clock.timeText
            color: header.ink
            font.pixelSize: Math.max(1, Math.min(header.free * 0.3, header.width * 0.13))
            lineHeight: 0.9
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: header.clock.dateText
            color: header.quietInk
            font.pixelSize: Theme.label
        }
        Words {
            objectName: "kiosk_name"
            visible: text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: header.kiosk.here[header.language] ?? ""
            color: header.quietInk
            font.pixelSize: Theme.caption
        }
    }
    HallNotices {
        id: notes
        width: parent.width
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom
        notices: header.notices
        language: header.language
    }
}
