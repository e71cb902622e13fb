import QtQuick
import Jiaohao

// Which kiosk this is, for who asks for help with it; and that its paper ends soon, which staff know.
Words {
    id: name

    required property var kiosk
    required property string language

    objectName: "kiosk_name"
    text: (kiosk.here[language] ?? "")
        + (kiosk.paperLow ? "\n" + qsTr("Paper is running low; the staff know.") : "")
    color: Theme.quiet
    font.pixelSize: Theme.captionSize * Theme.unit
    maximumLineCount: 3
}
