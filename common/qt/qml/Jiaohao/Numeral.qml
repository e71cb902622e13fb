import QtQuick

// A ticket or counter number, or a time: bold, figures of equal width.
Text {
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.title
    font.bold: true
    font.features: Theme.figures
    textFormat: Text.PlainText
}
