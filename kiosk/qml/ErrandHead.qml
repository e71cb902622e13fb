import QtQuick
import Jiaohao

// What the number will be for.
Column {
    id: head

    required property string title
    required property string department
    required property var errand
    required property string language

    spacing: Theme.space(1)

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
    ServiceFacts {
        width: parent.width
        errand: head.errand
        language: head.language
    }
}
