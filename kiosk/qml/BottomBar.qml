import QtQuick
import Jiaohao

// Always in the same place: the way back at one end, what helps everybody at the other, and the time that is left between.
Item {
    id: bar

    required property var journey
    required property var taking
    required property var idle
    required property var access
    required property var help
    required property var basket
    // The frame that shows the basket is out of reach, and the bar has room for it.
    required property bool low
    readonly property bool inside: !["none", "attract", "home", "slip", "closed", "away", "broken"].includes(journey.pageName)
    readonly property real side: Theme.space(3)

    implicitHeight: 124 * Theme.unit + Theme.space(3)

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
        anchors.left: parent.left
        anchors.leftMargin: bar.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(1.5)

        BarButton {
            roomy: bar.low
            objectName: "back_button"
            visible: bar.inside && bar.journey.depth > 2
            enabled: !bar.taking.isBusy
            iconName: "back"
            text: qsTr("Back")
            onClicked: bar.journey.back()
        }
        BarButton {
            roomy: bar.low
            objectName: "home_button"
            visible: bar.inside && bar.journey.depth > 3
            enabled: !bar.taking.isBusy
            iconName: "home"
            text: qsTr("Home")
            onClicked: bar.journey.go_home()
        }
        BarButton {
            roomy: bar.low
            objectName: "leave_button"
            visible: bar.journey.depth === 2 && (bar.inside || bar.journey.pageName === "home")
            iconName: "close"
            text: qsTr("Leave")
            onClicked: bar.journey.finish()
        }
    }
    BasketMark {
        visible: bar.low && count > 0
        basket: bar.basket
        anchors.left: ways.right
        anchors.leftMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
    }
    CountdownRing {
        objectName: "seconds_left"
        visible: bar.idle.running && !bar.journey.isInterrupted
        size: 84 * Theme.unit
        seconds: bar.idle.secondsLeft
        total: bar.idle.limit
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: reading.left
        anchors.rightMargin: Theme.space(2)
    }
    Row {
        id: reading
        anchors.right: parent.right
        anchors.rightMargin: bar.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(1.5)

        BarButton {
            roomy: bar.low
            objectName: "text_size_button"
            visible: !bar.journey.isInterrupted
            iconName: "enlarge-text"
            kind: bar.journey.largeText ? "on" : "plain"
            text: bar.journey.largeText ? qsTr("Standard") : qsTr("Large text")
            onClicked: bar.journey.switch_text_size()
        }
        BarButton {
            roomy: bar.low
            objectName: "language_button"
            sign: bar.journey.language === "zh" ? "En" : "中"
            text: bar.journey.language === "zh" ? "English" : "中文"
            onClicked: bar.journey.switch_language()
        }
        BarButton {
            roomy: bar.low
            objectName: "accessibility_button"
            visible: !bar.journey.isInterrupted
            iconName: "accessibility"
            text: qsTr("Ease of use")
            onClicked: bar.access.open()
        }
        HelpButton {
            roomy: bar.low
            help: bar.help
        }
    }
}
