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
        y: Theme.space(page.portrait ? 5 : 1.5)
        font.pixelSize: page.portrait ? Theme.title : Theme.heading
        width: page.width - 2 * page.side
    }
    Words {
        id: about
        objectName: "opinion_about"
        visible: page.portrait
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
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? sentence.width : sentence.width * 0.64 - Theme.gap
        anchors.top: about.visible ? about.bottom : sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 2 : 1)
        height: page.portrait ? Math.max(240 * Theme.unit, Math.min(480 * Theme.unit, page.height - y - acts.height
            - pad.wanted - 3 * Theme.gap - Theme.space(3)))
            : Math.max(acts.implicitHeight, 190 * Theme.unit, Math.min(480 * Theme.unit, page.height - y - pad.wanted - Theme.space(6)))
        text: page.opinions.written
        fits: page.opinions.left
        hint: qsTr("For example: what happened, where, and what would be better")
        onWritten: words => page.opinions.write(words)
    }
    Column {
        id: acts
        anchors.left: page.portrait ? parent.left : writing.right
        anchors.leftMargin: page.portrait ? page.side : Theme.gap
        y: page.portrait ? writing.y + writing.height + Theme.gap : writing.y
        width: page.portrait ? sentence.width : sentence.width - writing.width - Theme.gap
        spacing: Theme.space(page.portrait ? 3 : 1.5)

        Notice {
            visible: text !== ""
            width: parent.width
            text: page.say(page.opinions.refusal)
        }
        BigButton {
            objectName: "send_opinion_button"
            width: parent.width
            height: Theme.target * (page.portrait ? 1.3 : 1)
            enabled: !page.opinions.isSending
            iconName: "check"
            text: page.opinions.written !== "" ? qsTr("Send") : qsTr("Send without words")
            onClicked: {
                typing.finish_composing();
                page.opinions.send();
            }
        }
        Words {
            width: parent.width
            text: qsTr("Please leave out names, numbers and telephone numbers.")
            color: Theme.quiet
            font.pixelSize: Theme.caption
        }
    }
    QtObject {
        id: typing

        signal finish_composing

        function touch() {
            page.opinions.touch();
        }
        function clear() {
            page.opinions.write("");
        }
    }
    TextPad {
        id: pad
        readonly property real wanted: 6.7 * Theme.target
        readonly property real above: page.portrait ? acts.y + acts.height : writing.y + writing.height

        x: page.side
        y: Math.max(above + Theme.space(2), page.height - height - Theme.space(2))
        width: sentence.width
        height: Math.min(wanted, page.height - above - Theme.space(4))
        input: writing.input
        model: typing
        chinese: page.language === "zh"
    }
}
