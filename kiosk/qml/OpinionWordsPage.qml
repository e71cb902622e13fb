import QtQuick
import Jiaohao

// In one's own words, or none, and off it goes.
KioskPage {
    id: page

    required property var opinions

    objectName: "opinion_words_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("Say it in your own words, if you like")
        x: page.side
        y: Theme.space(page.portrait ? 5 : 3)
        width: page.width - 2 * page.side
    }
    Words {
        id: about
        objectName: "opinion_about"
        text: page.say(page.opinions.about)
        color: Theme.quiet
        x: page.side
        width: sentence.width
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(1)
        font.pixelSize: Theme.label
    }
    WrittenWords {
        id: writing
        objectName: "opinion_text"
        x: page.side
        width: page.portrait ? sentence.width : sentence.width * 0.64 - Theme.gap
        anchors.top: about.bottom
        anchors.topMargin: Theme.space(3)
        height: Math.min(480 * Theme.unit, page.height - y - Theme.space(4) - (page.portrait ? acts.height + Theme.gap : 0))
        text: page.opinions.written
        fits: page.opinions.left
        hint: qsTr("For example: what happened, where, and what would be better")
        onWritten: words => page.opinions.write(words)
    }
    Column {
        id: acts
        x: page.portrait ? page.side : writing.x + writing.width + Theme.gap
        y: page.portrait ? writing.y + writing.height + Theme.gap : writing.y
        width: page.portrait ? sentence.width : page.width - page.side - x
        spacing: Theme.gap

        Notice {
            visible: text !== ""
            width: parent.width
            text: page.say(page.opinions.refusal)
        }
        BigButton {
            objectName: "send_opinion_button"
            width: parent.width
            height: Theme.target * 1.3
            enabled: !page.opinions.isSending
            iconName: "check"
            text: page.opinions.written !== "" ? qsTr("Send") : qsTr("Send without words")
            onClicked: page.opinions.send()
        }
        Words {
            width: parent.width
            text: qsTr("Please leave out names, numbers and telephone numbers.")
            color: Theme.quiet
            font.pixelSize: Theme.caption
        }
    }
}
