import QtQuick
import Jiaohao

// Who asks, why, and how long it is kept: before anything personal is typed.
KioskPage {
    id: page

    required property var forms
    readonly property var current: forms.filling.notice
    // What this page says, also while it leaves.
    property var notice: ({})
    readonly property real wide: width - 2 * side
    readonly property real margin: Theme.space(portrait ? 5 : 3)

    objectName: "form_notice_page"
    onCurrentChanged: {
        if (current.code)
            notice = current;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        x: page.side
        width: page.wide
        anchors.top: parent.top
        anchors.topMargin: page.margin
        text: page.say(page.notice.title)
    }
    Words {
        id: names
        x: page.side
        width: page.wide
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(1)
        text: page.forms.filling.formNames.map(name => page.say(name)).join(" · ")
        color: Theme.quiet
        font.pixelSize: Theme.label
    }
    ScrollArea {
        id: area
        x: page.side
        width: page.wide
        anchors.top: names.bottom
        anchors.topMargin: Theme.space(page.portrait ? 5 : 3)
        anchors.bottom: tick.top
        anchors.bottomMargin: Theme.gap

        Words {
            objectName: "form_notice_text"
            width: area.width - (area.more ? Theme.target + Theme.gap : 0)
            text: page.say(page.notice.text)
            font.pixelSize: page.portrait ? Theme.heading : Theme.button
            lineHeight: page.portrait ? 1.35 : 1.2
        }
    }
    CheckRow {
        id: tick
        objectName: "form_notice_tick"
        x: page.side
        width: page.wide
        height: Math.max(Theme.target * 1.2, implicitHeight)
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        text: page.say(page.notice.tick)
        done: page.forms.filling.ticked
        onClicked: page.forms.filling.tick()
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
            objectName: "form_refuse_button"
            width: (acts.width - acts.spacing) * 0.4
            height: acts.height
            kind: "secondary"
            font.pixelSize: Theme.label
            text: qsTr("I do not agree")
            onClicked: page.forms.filling.refuse()
        }
        BigButton {
            objectName: "form_agree_button"
            width: (acts.width - acts.spacing) * 0.6
            height: acts.height
            enabled: page.forms.filling.ticked
            text: page.forms.filling.ticked ? qsTr("Continue") : qsTr("Read it, then tick the box")
            font.pixelSize: page.forms.filling.ticked ? Theme.button : Theme.label
            onClicked: page.forms.filling.agree()
        }
    }
}
