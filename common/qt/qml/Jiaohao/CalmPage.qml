import QtQuick

// What a person sees when something does not work: what happened, what they can do, who helps.
Item {
    id: page

    required property string iconName
    required property string title
    required property string happened
    property string advice: ""
    property string help: ""
    property string kind: "caution"
    property real maximumWidth: 840 * Theme.unit
    property real iconSize: Math.min(Theme.title * 3.6, height * 0.25)
    default property alias actions: actionRow.data
    readonly property color tint: kind === "bad" ? Theme.bad : kind === "primary" ? Theme.primary : Theme.caution
    readonly property color soft: kind === "bad" ? Theme.badSoft : kind === "primary" ? Theme.primarySoft
        : Theme.cautionSoft

    Accessible.role: Accessible.AlertMessage
    Accessible.name: [title, happened, advice, help].filter(part => part !== "").join("\n")

    Column {
        anchors.centerIn: parent
        width: Math.min(page.width - Theme.space(12), page.maximumWidth)
        spacing: Theme.space(4)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: page.iconSize
            height: width
            radius: width / 2
            color: page.soft

            Icon {
                anchors.centerIn: parent
                name: page.iconName
                color: page.tint
                size: parent.width * 0.5
            }
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.title
            bold: true
            font.pixelSize: Theme.title
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.happened
            font.pixelSize: Theme.label
        }
        Words {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: page.advice
            font.pixelSize: Theme.label
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: page.help !== ""
            spacing: Theme.space(1.5)

            Icon {
                name: "help-hand"
                color: Theme.quiet
                size: Theme.label * 1.2
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                width: Math.min(implicitWidth, page.maximumWidth - Theme.label * 2)
                text: page.help
                color: Theme.quiet
            }
        }
        Row {
            id: actionRow
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            topPadding: Theme.space(2)
        }
    }
}
