pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Everything that was filled in, before it is signed. A touch corrects it.
KioskPage {
    id: page

    required property var forms
    readonly property var current: forms.filling.overview
    // What this page shows, also while it leaves.
    property var blocks: []
    readonly property real wide: width - 2 * side
    readonly property real margin: Theme.space(portrait ? 4 : 2.5)
    readonly property string failure: say(forms.keeping.failure)

    objectName: "form_preview_page"
    onCurrentChanged: {
        if (current.length > 0)
            blocks = current;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        x: page.side
        width: page.wide
        anchors.top: parent.top
        anchors.topMargin: page.margin
        text: qsTr("Is everything right?")
    }
    Words {
        id: advice
        x: page.side
        width: page.wide
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(1)
        text: qsTr("Touch a line to correct it. Some of it is covered, so that nobody reads it over your shoulder.")
        color: Theme.quiet
    }
    ScrollArea {
        id: area
        objectName: "form_overview"
        enabled: !page.forms.editor.isOpen
        x: page.side
        width: page.wide
        anchors.top: advice.bottom
        anchors.topMargin: Theme.space(page.portrait ? 3 : 2)
        anchors.bottom: notice.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.space(3)

        Repeater {
            model: page.blocks

            FormBlock {
                required property var modelData

                width: area.width
                block: modelData
                language: page.language
                columns: page.portrait || page.journey.largeText ? 1 : 2
                onPicked: key => page.forms.editor.open(key)
            }
        }
    }
    Notice {
        id: notice
        objectName: "form_failure"
        visible: text !== ""
        x: page.side
        width: page.wide
        height: visible ? implicitHeight : 0
        anchors.bottom: sign.top
        anchors.bottomMargin: visible ? Theme.gap : 0
        iconName: "warning"
        text: page.failure !== "" ? page.failure + " " + qsTr("What you filled in is still here.") : ""
    }
    BigButton {
        id: sign
        objectName: "form_sign_button"
        x: page.side
        width: page.wide
        height: Theme.target * (page.portrait ? 1.5 : 1.2)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        enabled: page.forms.keeping.stateName !== "keeping" && !page.forms.editor.isOpen
        iconName: "check"
        text: page.forms.filling.asksSignature ? qsTr("All is right: go on to sign") : qsTr("All is right: hand it in")
        onClicked: page.forms.filling.sign()
    }
    FormEditor {
        anchors.fill: parent
        forms: page.forms
        language: page.language
        large: page.journey.largeText
    }
}
