import QtQuick
import QtQuick.VirtualKeyboard.Core
import QtQuick.VirtualKeyboard.Plugins.Pinyin

// Pinyin to characters, by the engine of Qt Virtual Keyboard without its keyboard. It loads when somebody
// first types text, and is asked by our own keys.
Item {
    id: engine

    readonly property bool composing: InputContext.preeditText !== ""
    readonly property string letters: InputContext.preeditText
    readonly property var candidates: InputContext.inputEngine.wordCandidateListModel

    // From the beginning, with nothing half typed.
    function begin() {
        InputContext.clear();
        InputContext.inputEngine.inputMethod = null;
        InputContext.inputEngine.inputMethod = pinyin;
        InputContext.inputEngine.inputMode = InputEngine.InputMode.Pinyin;
    }
    function press(letter: string) {
        InputContext.inputEngine.virtualKeyClick(letter.toUpperCase().charCodeAt(0), letter, Qt.NoModifier);
    }
    function choose(index: int) {
        candidates.selectItem(index);
    }
    function erase() {
        InputContext.inputEngine.virtualKeyClick(Qt.Key_Backspace, "", Qt.NoModifier);
    }
    // What is half typed counts as its likeliest characters.
    function finish() {
        if (composing)
            choose(0);
        begin();
    }

    Component.onDestruction: InputContext.inputEngine.inputMethod = null

    PinyinInputMethod {
        id: pinyin
    }
}
