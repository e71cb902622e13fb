import QtQuick

// Text as the suite sets it: bundled font, wrapped, never cut in the middle of a word.
Text {
    property bool bold: false

    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.bold: bold
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
