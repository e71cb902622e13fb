import QtQuick
import Jiaohao

// What to do when nothing was typed yet, or nothing was found; and the ways that need no letters.
Column {
    id: advice

    required property var journey
    required property string typed
    // Whether everything can be found yet: a kiosk that has just started, or a hall that has just changed.
    required property bool ready
    property int across: 2

    spacing: Theme.space(3)

    Column {
        width: parent.width
        spacing: Theme.space(1)

        Words {
            objectName: "find_says"
            width: parent.width
            bold: true
            font.pixelSize: Theme.heading
            text: !advice.ready ? qsTr("One moment, please")
                : advice.typed === "" ? qsTr("Type the first letters of what you need")
                : qsTr("Nothing found for “%1”").arg(advice.typed)
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text + "\n" + how.text
        }
        Words {
            id: how
            width: parent.width
            color: Theme.quiet
            text: !advice.ready ? qsTr("The services are being looked through. They are also in the lists below.")
                : advice.typed === "" ? qsTr("For example SBK for 社保卡, or the name, or what people call it.")
                : qsTr("Please check the letters or erase some. The reception desk helps as well.")
        }
    }
    Words {
        width: parent.width
        bold: true
        font.pixelSize: Theme.label
        text: qsTr("Or look through the list")
    }
    WayList {
        width: parent.width
        height: lines * 1.15 * Theme.target + (lines - 1) * Theme.gap
        across: advice.across
        inLine: true
        journey: advice.journey
    }
}
