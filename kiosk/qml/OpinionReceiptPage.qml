import QtQuick
import Jiaohao

// Type the receipt, read the answer.
KioskPage {
    id: page

    required property var opinions

    objectName: "opinion_receipt_page"
    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            opinions.erase();
        else if (/^[0-9A-Za-z]$/.test(event.text))
            opinions.press(event.text);
        else
            return;
        event.accepted = true;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("Please type the 7 signs of your receipt")
        x: page.side
        y: Theme.space(page.portrait ? 5 : 3)
        width: page.width - 2 * page.side
    }
    TypedLetters {
        id: field
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? sentence.width : sentence.width * 0.62
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(3)
        typed: page.opinions.typed
        hint: qsTr("Receipt number")
        iconName: "form"
    }
    BigButton {
        id: read
        objectName: "read_answer_button"
        anchors.left: page.portrait ? parent.left : field.right
        anchors.leftMargin: page.portrait ? page.side : Theme.gap
        y: page.portrait ? page.height - height - Theme.space(4) : field.y
        width: page.portrait ? sentence.width : sentence.width - field.width - Theme.gap
        height: page.portrait ? Theme.target * 1.3 : field.height
        enabled: page.opinions.isTyped && !page.opinions.isSending
        text: qsTr("Read the answer")
        onClicked: page.opinions.read_answer()
    }
    Notice {
        id: refusal
        visible: text !== ""
        x: page.side
        y: field.y + field.height + Theme.gap
        width: sentence.width
        text: page.say(page.opinions.refusal)
    }
    CodeSketch {
        readonly property real from: (refusal.visible ? refusal.y + refusal.height : field.y + field.height) + Theme.space(5)
        visible: page.portrait && drawn > 200 * Theme.unit
        x: page.side
        width: sentence.width
        room: pad.y - Theme.space(5) - from
        y: from + (room - height) / 2
        example: "TK8XTSQ"
        message: true
        caption: qsTr("The receipt number was shown when you sent your words.")
    }
    LetterPad {
        id: pad
        x: page.side
        y: page.portrait ? read.y - height - Theme.space(4)
            : (refusal.visible ? refusal.y + refusal.height : field.y + field.height) + Theme.space(3)
        width: sentence.width
        keyHeight: page.portrait ? Theme.target * 1.1 : Math.min(Theme.target, (page.height - y - Theme.space(6)) / 4 - between)
        onPressed: sign => page.opinions.press(sign)
        onErased: page.opinions.erase()
        onCleared: page.opinions.clear()
    }
}
