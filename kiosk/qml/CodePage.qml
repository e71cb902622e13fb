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
    // What such a code looks like, and where it stands.
    required property string example
    property string caption: ""
    property bool message: false
    property bool busy: false
    // Something else that one may come here for.
    property string other: ""
    property string otherIcon: ""
    // What was typed was found, and this is what may be done with it.
    property bool foundOther: false
    // A wide screen in large letters has no room for all.
    readonly property bool tight: !portrait && journey.largeText && refusal !== ""
    // What stands in place of the letters for a while.
    property bool replaced: false
    default property alias instead: place.data
    readonly property real wide: width - 2 * side
    readonly property real above: Theme.space(portrait ? 5 : 3)
    signal wanted
    signal otherWanted

    focus: true
    Component.onCompleted: forceActiveFocus()
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

    Column {
        id: told
        anchors.left: parent.left
        anchors.leftMargin: page.side
        y: page.above
        width: page.portrait ? page.wide : page.wide * 0.42
        spacing: Theme.space(page.portrait ? 3 : 2)

        PageTitle {
            objectName: "page_title"
            width: parent.width
            text: page.title
        }
        Words {
            objectName: "code_advice"
            visible: !page.tight
            width: parent.width
            text: page.advice
            color: Theme.quiet
        }
        TypedLetters {
            width: parent.width
            typed: page.entry.typed
            hint: page.hint
            iconName: page.iconName
        }
        Notice {
            objectName: "code_notice"
            visible: text !== ""
            width: parent.width
            height: implicitHeight
            pixelSize: page.tight ? Theme.caption : Theme.body
            text: page.refusal
        }
        BigButton {
            objectName: "find_button"
            visible: !page.portrait && !page.replaced && !page.foundOther
            width: parent.width
            enabled: page.entry.typed !== "" && !page.busy
            text: page.busy ? qsTr("One moment…") : page.act
            onClicked: page.wanted()
        }
        BigButton {
            objectName: "other_button"
            visible: !page.portrait && !page.replaced && page.other !== "" && (page.foundOther || !page.tight)
            width: parent.width
            kind: "secondary"
            iconName: page.otherIcon
            text: page.other
            onClicked: page.otherWanted()
        }
    }
    CodeSketch {
        readonly property real from: told.y + told.height + Theme.space(5)
        visible: page.portrait && !page.replaced && drawn > 200 * Theme.unit
        x: page.side
        width: page.wide
        room: pad.y - Theme.space(5) - from
        y: from + (room - height) / 2
        example: page.example
        caption: page.caption
        message: page.message
    }
    Item {
        id: pad
        visible: !page.replaced
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.portrait ? find.y - height - Theme.space(4) : page.above
        width: page.portrait ? page.wide : page.wide * 0.54
        height: letters.height

        LetterPad {
            id: letters
            width: parent.width
            keyHeight: page.portrait ? Theme.target * 1.1
                : Math.min(Theme.target * 1.6, (page.height - 2 * page.above - 3 * between) / 4)
            onPressed: sign => page.entry.press(sign)
            onErased: page.entry.erase()
            onCleared: page.entry.wipe()
        }
    }
    BigButton {
        id: find
        objectName: "find_button"
        visible: page.portrait && !page.replaced
        x: page.side
        y: (another.visible ? another.y - Theme.gap : page.height - Theme.space(4)) - height
        width: page.wide
        height: Theme.target * 1.3
        enabled: page.entry.typed !== "" && !page.busy
        text: page.busy ? qsTr("One moment…") : page.act
        onClicked: page.wanted()
    }
    BigButton {
        id: another
        objectName: "other_button"
        visible: page.portrait && !page.replaced && page.other !== ""
        x: page.side
        y: page.height - height - Theme.space(4)
        width: page.wide
        kind: "secondary"
        iconName: page.otherIcon
        text: page.other
        onClicked: page.otherWanted()
    }
    Item {
        id: place
        visible: page.replaced
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.portrait ? told.y + told.height + Theme.space(4) : pad.y
        width: pad.width
        height: parent.height - y - Theme.space(3)
    }
}
