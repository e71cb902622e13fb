import QtQuick
import Jiaohao

// Always in the same place: the way back on the left, how to read on the right, the time that is left.
Item {
    id: bar

    required property var journey
    required property var taking
    required property var idle
    required property var kiosk
    readonly property bool inside: ["take", "find", "zones", "departments", "life_stages", "bundles", "services",
        "guide", "confirm", "still_open", "printer"]
        .includes(journey.pageName)
    readonly property bool large: journey.largeText

    implicitHeight: Theme.target + Theme.space(6)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        width: parent.width
        height: Theme.stroke
        color: Theme.border
    }
    Row {
        id: ways
        x: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        BarButton {
            objectName: "back_button"
            visible: bar.inside && bar.journey.depth > 2
            enabled: !bar.taking.isBusy
            iconName: "back"
            text: qsTr("Back")
            onClicked: bar.journey.back()
        }
        BarButton {
            objectName: "home_button"
            visible: bar.inside && bar.journey.depth > 3
            enabled: !bar.taking.isBusy
            iconName: "home"
            text: ""
            Accessible.name: qsTr("Home")
            onClicked: bar.journey.go_home()
        }
        BarButton {
            objectName: "leave_button"
            visible: bar.journey.depth === 2 && (bar.inside || bar.journey.pageName === "home")
            iconName: "close"
            text: qsTr("Leave")
            onClicked: bar.journey.finish()
        }
    }
    KioskName {
        visible: !bar.inside && bar.journey.pageName !== "home"
        x: Theme.space(6)
        width: parent.width - reading.width - Theme.space(12) - 2 * Theme.gap - 84 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        kiosk: bar.kiosk
        language: bar.journey.language
    }
    CountdownRing {
        objectName: "seconds_left"
        visible: bar.idle.running && !bar.journey.isInterrupted
        size: 84 * Theme.unit
        seconds: bar.idle.secondsLeft
        total: bar.idle.limit
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: reading.left
        anchors.rightMargin: Theme.gap
    }
    Row {
        id: reading
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        BarButton {
            objectName: "text_size_button"
            visible: !bar.journey.isInterrupted
            iconName: bar.large ? "" : "enlarge-text"
            text: bar.large ? qsTr("Standard") : qsTr("Large text")
            onClicked: bar.journey.switch_text_size()
        }
        BarButton {
            objectName: "language_button"
            text: bar.journey.language === "zh" ? "English" : "中文"
            onClicked: bar.journey.switch_language()
        }
    }
}
