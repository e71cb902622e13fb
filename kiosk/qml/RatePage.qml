pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Five levels, none chosen beforehand, and one button that sends.
KioskPage {
    id: page

    required property var opinions
    readonly property bool chosen: opinions.level > 0

    objectName: "rate_page"

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("How satisfied are you with your errand %1?").arg(page.opinions.number)
        x: page.side
        y: Theme.space(page.portrait ? 5 : 3)
        width: page.width - 2 * page.side
    }
    Grid {
        id: levels
        readonly property int lines: page.portrait ? 5 : 1
        readonly property real each: (width - (columns - 1) * spacing) / columns
        readonly property real room: send.y - y - Theme.space(4) - (refusal.visible ? refusal.height + Theme.gap : 0)

        x: page.side
        width: page.width - 2 * page.side
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(4)
        columns: page.portrait ? 1 : 5
        spacing: Theme.gap

        Repeater {
            model: page.opinions.levels

            LevelButton {
                required property var modelData

                objectName: "level_" + modelData.level
                width: levels.each
                height: Math.min((page.portrait ? 170 : 420) * Theme.unit,
                    (levels.room - (levels.lines - 1) * levels.spacing) / levels.lines)
                stars: modelData.level
                beside: page.portrait
                text: page.say(modelData.name)
                marked: page.opinions.level === modelData.level
                onClicked: page.opinions.choose_level(modelData.level)
            }
        }
    }
    Notice {
        id: refusal
        visible: text !== ""
        x: page.side
        y: send.y - height - Theme.gap
        width: page.width - 2 * page.side
        text: page.say(page.opinions.refusal)
    }
    BigButton {
        id: send
        objectName: "send_rating_button"
        x: (page.width - width) / 2
        y: page.height - height - Theme.space(4)
        width: page.portrait ? levels.width : Math.min(levels.width, 840 * Theme.unit)
        height: Theme.target * 1.3
        enabled: page.chosen && !page.opinions.isSending
        iconName: "check"
        text: page.chosen ? qsTr("Send") : qsTr("Please choose one")
        onClicked: page.opinions.send_rating()
    }
}
