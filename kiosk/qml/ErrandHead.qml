import QtQuick
import Jiaohao

// What the number will be for.
Column {
    id: head

    required property string title
    required property string department
    required property var errand
    required property string language
    // Whether another service may be put to it.
    required property bool takesMore
    signal guideWanted
    signal moreWanted

    spacing: Theme.space(1)

    Item {
        width: parent.width
        height: Math.max(named.implicitHeight, acts.implicitHeight)

        Column {
            id: named
            anchors.left: parent.left
            width: parent.width - acts.width - Theme.gap
            spacing: head.spacing

            PageTitle {
                objectName: "page_title"
                width: parent.width
                text: head.title
                font.pixelSize: Math.round(Theme.titleSize * Theme.unit * 1.15)
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: head.department
                color: Theme.quiet
                font.pixelSize: Theme.label
            }
        }
        Column {
            id: acts
            readonly property real widest: Math.max(guide.implicitWidth, more.visible ? more.implicitWidth : 0)

            anchors.right: parent.right
            spacing: Theme.space(1.5)

            BigButton {
                id: guide
                objectName: "guide_button"
                width: acts.widest - Theme.space(3)
                kind: "secondary"
                font.pixelSize: Theme.label
                iconName: "guide-book"
                text: qsTr("Guide")
                onClicked: head.guideWanted()
            }
            BigButton {
                id: more
                objectName: "another_service_button"
                visible: head.takesMore
                width: acts.widest - Theme.space(3)
                kind: "secondary"
                font.pixelSize: Theme.label
                iconName: "plus"
                text: qsTr("Add a service")
                Accessible.name: qsTr("Another service with the same number")
                onClicked: head.moreWanted()
            }
        }
    }
    ServiceFacts {
        width: parent.width
        errand: head.errand
        language: head.language
    }
}
