import QtQuick

// A small mark: a word, often with an icon. `kind`: "plain", "primary", "good", "caution", "bad".
Rectangle {
    id: chip

    required property string text
    property string iconName: ""
    property string kind: "plain"
    property int pixelSize: Theme.caption
    readonly property color ink: kind === "good" ? Theme.good : kind === "caution" ? Theme.caution
        : kind === "bad" ? Theme.bad : kind === "primary" ? Theme.primary : Theme.quiet

    implicitWidth: row.implicitWidth + pixelSize * 1.1
    implicitHeight: Math.round(pixelSize * 1.75)
    radius: height / 2
    color: kind === "good" ? Theme.goodSoft : kind === "caution" ? Theme.cautionSoft
        : kind === "bad" ? Theme.badSoft : kind === "primary" ? Theme.primarySoft : Theme.surfaceSunken
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: chip.pixelSize * 0.35

        Icon {
            visible: chip.iconName !== ""
            name: chip.iconName
            color: chip.ink
            size: chip.pixelSize * 1.1
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: chip.text
            color: chip.ink
            font.pixelSize: chip.pixelSize
            font.bold: true
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
