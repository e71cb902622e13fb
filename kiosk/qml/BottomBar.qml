import QtQuick
import Jiaohao

// Always in the same place: the way back on the left, how to read on the right, the time that is left.
Item {
    id: bar

    required property var journey
    required property var taking
    required property var idle
    readonly property bool listing: ["zones", "departments", "bundles", "services", "confirm"]
        .includes(journey.pageName)

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
        x: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        BigButton {
            objectName: "back_button"
            visible: bar.listing || bar.journey.pageName === "printer"
            enabled: !bar.taking.isBusy
            kind: "secondary"
            iconName: "back"
            text: qsTr("Back")
            onClicked: bar.journey.back()
        }
        BigButton {
            objectName: "home_button"
            visible: bar.listing && bar.journey.depth > 3
            enabled: !bar.taking.isBusy
            kind: "quiet"
            iconName: "home"
            text: qsTr("Home")
            onClicked: bar.journey.goHome()
        }
        BigButton {
            objectName: "leave_button"
            visible: bar.journey.pageName === "home"
            kind: "secondary"
            iconName: "close"
            text: qsTr("Leave")
            onClicked: bar.journey.finish()
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(6)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Words {
            objectName: "seconds_left"
            visible: bar.idle.running
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1 s").arg(bar.idle.secondsLeft)
            color: Theme.quiet
            font.pixelSize: Theme.label
            font.features: Theme.figures
            wrapMode: Text.NoWrap
            Accessible.name: qsTr("%1 seconds left").arg(bar.idle.secondsLeft)
        }
        BigButton {
            objectName: "text_size_button"
            kind: "secondary"
            iconName: "enlarge-text"
            text: bar.journey.largeText ? qsTr("Normal text") : qsTr("Large text")
            onClicked: bar.journey.switchTextSize()
        }
        BigButton {
            objectName: "language_button"
            kind: "secondary"
            iconName: "language"
            text: bar.journey.language === "zh" ? "English" : "中文"
            onClicked: bar.journey.switchLanguage()
        }
    }
}
