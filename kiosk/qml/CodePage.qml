import QtQuick
import Jiaohao

// One sentence, one field, letters to type with: what is typed or scanned shows what is whose.
KioskPage {
    id: page

    required property var entry
    property string title: ""
    property string advice: ""
    property string hint: ""
    property string iconName: "ticket"
    property string act: ""
    property string refusal: ""
    property bool busy: false
    // What stands in place of the letters for a while.
    property bool replaced: false
    default property alias instead: place.data
    readonly property real wide: width - 2 * side
    signal wanted

    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.entry.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.wanted();
        else if (/^[0-9A-Za-z]$/.test(event.text))
            page.entry.press(event.text);
        else
            return;
        event.accepted = true;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: page.title
        x: page.side
        y: Theme.space(page.portrait ? 5 : 2.5)
        width: page.wide
    }
    Words {
        id: words
        objectName: "code_advice"
        // On a wide screen the letters need the room.
        visible: page.portrait || !notice.visible
        x: page.side
        width: page.wide
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 2 : 0.5)
        text: page.advice
        color: Theme.quiet
    }
    TypedLetters {
        id: field
        x: page.side
        width: page.portrait ? page.wide : page.wide * 0.62
        y: words.y + (words.visible ? words.height : notice.height) + Theme.space(page.portrait ? 4 : 1.5)
        typed: page.entry.typed
        hint: page.hint
        iconName: page.iconName
    }
    BigButton {
        objectName: "find_button"
        visible: !page.replaced
        x: page.portrait ? page.side : field.x + field.width + Theme.gap
        y: page.portrait ? pad.y + pad.height + Theme.space(4) : field.y
        width: page.width - page.side - x
        height: page.portrait ? Theme.target * 1.3 : field.height
        enabled: page.entry.typed !== "" && !page.busy
        text: page.busy ? qsTr("One moment…") : page.act
        onClicked: page.wanted()
    }
    Notice {
        id: notice
        objectName: "code_notice"
        visible: text !== ""
        x: page.side
        y: page.portrait ? field.y + field.height + Theme.space(3) : words.y
        width: page.wide
        text: page.refusal
    }
    LetterPad {
        id: pad
        visible: !page.replaced
        x: page.side
        y: (notice.visible && page.portrait ? notice.y + notice.height : field.y + field.height) + Theme.space(page.portrait ? 4 : 2)
        width: page.wide
        keyHeight: Math.min(Theme.target * (page.portrait ? 1.1 : 1),
            (page.height - y - Theme.space(page.portrait ? 6 : 2) - (page.portrait ? Theme.target * 1.3 + Theme.space(4) : 0)) / 4 - between)
        onPressed: sign => page.entry.press(sign)
        onErased: page.entry.erase()
        onCleared: page.entry.wipe()
    }
    Item {
        id: place
        visible: page.replaced
        x: page.side
        y: pad.y
        width: page.wide
        height: parent.height - y - Theme.space(3)
    }
}
