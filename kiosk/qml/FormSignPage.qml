import QtQuick
import Jiaohao

// A box to sign in with a finger.
KioskPage {
    id: page

    required property var forms
    readonly property real wide: width - 2 * side
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property string wrong: say(forms.filling.signFault)
    readonly property string failure: say(forms.keeping.failure)
    readonly property bool busy: forms.keeping.stateName === "keeping"

    objectName: "form_sign_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        x: page.side
        width: page.wide
        anchors.top: parent.top
        anchors.topMargin: page.margin
        text: qsTr("Please sign your name with a finger")
    }
    SignaturePad {
        id: pad
        objectName: "signature_pad"
        readonly property real room: notice.y - sentence.y - sentence.height - Theme.space(3) - Theme.gap
        width: Math.min(page.wide, room * sheetShape)
        height: width / sheetShape
        x: (page.width - width) / 2
        y: sentence.y + sentence.height + Theme.space(3) + (room - height) / 2
        enabled: !page.busy
        strokes: page.forms.filling.signature
        onBegun: (x, y) => page.forms.filling.begin_stroke(x, y)
        onDrawn: (x, y) => page.forms.filling.draw(x, y)
    }
    Notice {
        id: notice
        objectName: "form_failure"
        visible: text !== ""
        x: page.side
        width: page.wide
        height: visible ? implicitHeight : 0
        anchors.bottom: acts.top
        anchors.bottomMargin: visible ? Theme.gap : 0
        iconName: "warning"
        text: page.failure !== "" ? page.failure + " " + qsTr("What you filled in is still here.") : page.wrong
    }
    Row {
        id: acts
        x: page.side
        width: page.wide
        height: Theme.target * (page.portrait ? 1.5 : 1.25)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        spacing: Theme.gap

        BigButton {
            objectName: "signature_clear_button"
            width: (acts.width - acts.spacing) * 0.4
            height: acts.height
            kind: "secondary"
            enabled: page.forms.filling.signed && !page.busy
            iconName: "close"
            text: qsTr("Sign again")
            onClicked: page.forms.filling.clear_signature()
        }
        BigButton {
            objectName: "signature_done_button"
            width: (acts.width - acts.spacing) * 0.6
            height: acts.height
            enabled: page.forms.filling.signed && !page.busy
            iconName: page.busy ? "hold" : "check"
            text: page.busy ? qsTr("Being kept…") : page.failure !== "" ? qsTr("Try again") : qsTr("Hand it in")
            onClicked: page.forms.filling.accept_signature()
        }
    }
}
