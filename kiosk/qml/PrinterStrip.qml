import QtQuick
import Jiaohao

// Above the pages where people choose: this kiosk prints nothing now, and what to do instead.
Item {
    id: strip

    required property var kiosk
    required property string language
    required property bool wanted
    readonly property string nextKiosk: kiosk.nextKiosk[language] ?? ""
    readonly property bool portrait: width < 1400 * Theme.unit

    visible: wanted && !kiosk.prints
    height: visible ? notice.height + Theme.space(strip.portrait ? 4 : 2) : 0

    Notice {
        id: notice
        objectName: "printer_strip"
        x: Theme.space(6)
        y: Theme.space(strip.portrait ? 4 : 2)
        width: parent.width - 2 * x
        height: implicitHeight
        iconName: "printer-off"
        text: strip.nextKiosk !== ""
            ? qsTr("%1. Take your number on this screen, or with a slip at: %2").arg(words.title).arg(strip.nextKiosk)
            : qsTr("%1. You can take your number on this screen, without a slip.").arg(words.title)
    }
    PrinterTrouble {
        id: words
        trouble: strip.kiosk.trouble
    }
}
