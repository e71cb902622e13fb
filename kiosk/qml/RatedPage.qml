import QtQuick
import Jiaohao

// Thanks, and a way to say more.
KioskPage {
    id: page

    required property var opinions

    objectName: "rated_page"

    CalmPage {
        anchors.left: parent.left
        width: page.portrait ? parent.width : parent.width * 0.56
        height: page.portrait ? acts.y : parent.height
        kind: "good"
        iconName: "check"
        title: qsTr("Thank you for your rating")
        happened: qsTr("It helps us to do better.")
    }
    Column {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: page.portrait ? (parent.width - width) / 2 : 2 * page.side
        y: page.portrait ? parent.height - height - Theme.space(14) : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * page.side, (page.portrait ? 840 : 700) * Theme.unit)
        spacing: Theme.gap

        BigButton {
            objectName: "finish_button"
            width: parent.width
            height: Theme.target * 1.3
            text: qsTr("Done")
            onClicked: page.journey.finish()
        }
        BigButton {
            objectName: "tell_more_button"
            width: parent.width
            kind: "secondary"
            text: qsTr("Tell us more")
            onClicked: page.opinions.begin()
        }
    }
}
