import QtQuick
import QtQuick.Window
import Jiaohao

Window {
    id: window

    required property var clock
    property int buttonClicks: 0

    width: 1080
    height: 1920
    color: Theme.page

    TopBar {
        id: bar
        width: parent.width
        title: "Service centre"
        subtitle: "Floor 1"
        iconName: "reception"
        clock: window.clock
    }
    Grid {
        id: grid
        anchors.top: bar.bottom
        x: 48
        columns: 2
        spacing: 24

        BigButton {
            objectName: "button"
            text: "Print"
            iconName: "printer"
            onClicked: window.buttonClicks += 1
        }
        BigButton {
            text: "Back"
            kind: "secondary"
            enabled: false
        }
        CountdownRing {
            seconds: 12
            total: 20
        }
        Chip {
            text: "Older person"
            iconName: "person-older"
            kind: "primary"
        }
        ZoneBadge {
            objectName: "badge"
            letter: "F"
        }
        Numeral {
            objectName: "number"
            text: "F017"
            font.pixelSize: Theme.number
        }
    }
    CalmPage {
        objectName: "calm"
        anchors.top: grid.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        iconName: "printer-off"
        title: "The printer needs paper"
        happened: "The roll is empty."
        advice: "Please use the next kiosk."
        help: "The guide desk helps."

        BigButton {
            text: "Home"
        }
    }
}
