import QtQuick
import Jiaohao

// What to say of a code that was scanned and leads nowhere; a touch takes it away.
Item {
    id: shown

    required property var readers
    required property string language
    readonly property string text: readers.notice[language] ?? ""

    objectName: "scan_notice"
    visible: text !== ""
    height: words.implicitHeight

    Notice {
        id: words
        width: parent.width
        pixelSize: Theme.button
        strong: true
        text: shown.text
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: shown.readers.dismiss()
    }
}
