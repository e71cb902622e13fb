pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// For staff, above everything: the PIN, then a page of their own. Behind it nothing can be touched.
FocusScope {
    id: layer

    required property var staff
    required property var trial
    required property var journey
    required property var kiosk
    readonly property bool wide: width > height
    readonly property real side: Theme.space(6)

    objectName: "staff_layer"
    visible: staff.doorName !== "shut"
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9")
            layer.staff.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            layer.staff.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            layer.staff.accept();
        else if (event.key === Qt.Key_Escape || event.key === Qt.Key_Back)
            layer.staff.shut();
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
    }
    Item {
        id: head
        width: parent.width
        height: Theme.space(15)

        Icon {
            id: mark
            name: "lock"
            color: Theme.primary
            size: Theme.title
            anchors.left: parent.left
            anchors.leftMargin: layer.side
            anchors.verticalCenter: parent.verticalCenter
        }
        PageTitle {
            anchors.left: mark.right
            anchors.leftMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("For staff")
        }
        Words {
            objectName: "staff_seconds"
            anchors.right: parent.right
            anchors.rightMargin: layer.side
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.quiet
            font.features: Theme.figures
            text: qsTr("Closes in %1 s").arg(layer.staff.secondsLeft)
        }
    }
    StaffPinPage {
        visible: layer.staff.doorName !== "open"
        anchors.top: head.bottom
        anchors.bottom: back.top
        width: parent.width
        staff: layer.staff
    }
    StaffPage {
        visible: layer.staff.doorName === "open"
        anchors.top: head.bottom
        anchors.bottom: back.top
        width: parent.width
        staff: layer.staff
        trial: layer.trial
        journey: layer.journey
        kiosk: layer.kiosk
    }
    BigButton {
        id: back
        objectName: "staff_back_button"
        width: Math.min(parent.width - 2 * layer.side, 840 * Theme.unit)
        height: Theme.target * 1.15
        x: (parent.width - width) / 2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: layer.side
        kind: layer.staff.doorName === "open" ? "primary" : "secondary"
        iconName: "back"
        text: qsTr("Back to service")
        onClicked: layer.staff.shut()
    }
}
