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
    implicitHeight: words.implicitHeight

    Notice {
        id: words
        anchors.fill: parent
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
