import QtQuick
import Jiaohao

// What the number will be for.
Column {
    id: head

    required property string title
    required property string department
    required property var errand
    required property string language
    signal guideWanted

    spacing: Theme.space(1)

    Item {
        width: parent.width
        height: Math.max(named.implicitHeight, guide.height)

        Column {
            id: named
            width: guide.x - Theme.gap
            spacing: head.spacing

            PageTitle {
                objectName: "page_title"
                width: parent.width
                text: head.title
                font.pixelSize: Math.round(Theme.titleSize * Theme.unit * 1.15)
            }
            Words {
                width: parent.width
                text: head.department
                color: Theme.quiet
                font.pixelSize: Theme.label
            }
        }
        BigButton {
            id: guide
            objectName: "guide_button"
            anchors.right: parent.right
            width: implicitWidth - Theme.space(3)
            kind: "secondary"
            font.pixelSize: Theme.label
            iconName: "guide-book"
            text: qsTr("Guide")
            onClicked: head.guideWanted()
        }
    }
    ServiceFacts {
        width: parent.width
        errand: head.errand
        language: head.language
    }
}
