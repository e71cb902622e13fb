pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Letters that become Chinese characters by pinyin, or stay letters; digits and the signs of names and addresses.
Item {
    id: pad

    // A TextInput or a TextEdit.
    required property var input
    required property var model
    // Nobody listens to the names of keys before the page is over.
    readonly property bool unspoken: true
    // Whether letters are pinyin at first.
    property bool chinese: true
    readonly property var engine: source.status === Loader.Ready ? source.item : null
    readonly property bool pinyin: chinese && engine !== null
    readonly property bool composing: engine?.composing ?? false
    readonly property real bar: Math.min(Theme.target * 1.05, height / 6.4)
    readonly property real keyHeight: Math.min(Theme.target * 1.15, (height - bar - 5 * letters.between) / 5)

    function type(sign: string) {
        if (pinyin && sign >= "A" && sign <= "Z") {
            engine.press(sign.toLowerCase());
        } else {
            engine?.finish();
            input.insert(input.cursorPosition, sign);
        }
        model.touch();
    }
    function erase() {
        if (composing)
            engine.erase();
        else if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
        model.touch();
    }

    objectName: "text_pad"
    onEngineChanged: engine?.begin()
    implicitHeight: 6.05 * Theme.target + 5 * letters.between
    Component.onCompleted: input.forceActiveFocus()

    // The engine takes a tenth of a second to load, so nobody waits for it before they type.
    Loader {
        id: source
        source: "PinyinEngine.qml"
    }
    Connections {
        target: pad.model
        function onFinish_composing() {
            pad.engine?.finish();
        }
    }
    CandidateBar {
        id: candidates
        width: parent.width
        height: pad.bar
        engine: pad.pinyin ? pad.engine : null
        hint: pad.pinyin ? qsTr("Type pinyin, then touch the character") : ""
    }
    LetterPad {
        id: letters
        y: pad.bar + between
        width: parent.width
        keyHeight: pad.keyHeight
        onPressed: sign => pad.type(sign)
        onErased: pad.erase()
        onCleared: {
            pad.engine?.begin();
            pad.model.clear();
        }
    }
    Row {
        id: signs
        y: letters.y + letters.height + letters.between
        width: parent.width
        spacing: letters.between

        PadKey {
            id: mode
            objectName: "pad_mode_key"
            visible: pad.engine !== null
            width: letters.keyWidth * 2 + letters.between
            height: pad.keyHeight
            text: pad.chinese ? qsTr("Pinyin") : qsTr("Letters")
            onClicked: {
                pad.engine.finish();
                pad.chinese = !pad.chinese;
            }
        }
        Repeater {
            id: marks
            model: ["·", "-", "（", "）", "，"]

            PadKey {
                required property string modelData

                objectName: "sign_" + modelData
                width: letters.keyWidth
                height: pad.keyHeight
                text: modelData
                onClicked: pad.type(modelData)
            }
        }
        PadKey {
            objectName: "pad_space_key"
            // Not by its place: in a mirrored row that depends on this very width.
            width: parent.width - marks.count * (letters.keyWidth + letters.between)
                - (mode.visible ? mode.width + letters.between : 0)
            height: pad.keyHeight
            text: qsTr("Space")
            onClicked: {
                if (pad.composing)
                    pad.engine.choose(0);
                else
                    pad.type(" ");
            }
        }
    }
}
