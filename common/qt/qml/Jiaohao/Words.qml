import QtQuick

// Text as the suite sets it: bundled font, wrapped, never cut in the middle of a word. It begins where the language of the
// screen begins, whatever language a name in it is of.
Text {
    property bool bold: false

    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.bold: bold
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
}
