import QtQuick
import Jiaohao

// One counter's latest call. A young one carries a bar and a bell, so that colour is not alone.
Rectangle {
    id: row

    required property string counter
    required property string number
    required property string zone
    required property string standing
    required property bool young
    required property bool shaded
    required property int figures
    required property real numberAt
    required property real counterAt
    readonly property bool paused: standing === "paused"
    readonly property bool over: standing === "over" || paused

    color: young ? Theme.border : shaded ? Theme.surface : "transparent"
    Accessible.role: Accessible.Row
    Accessible.name: paused ? qsTr("Window %1 is paused").arg(counter)
        : qsTr("Number %1, window %2").arg(number).arg(counter)

    Rectangle {
        visible: row.young
        width: Theme.space(0.75)
        height: parent.height
        color: Theme.call
    }
    ZoneBadge {
        x: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
        letter: row.zone
        size: 44 * Theme.unit
        opacity: row.over ? 0.55 : 1
    }
    Numeral {
        x: row.numberAt
        anchors.verticalCenter: parent.verticalCenter
        text: row.paused ? "—" : row.number
        color: row.over ? Theme.quiet : Theme.call
        font.pixelSize: row.figures
        opacity: row.standing === "called" ? 1 : 0.85
    }
    Icon {
        visible: !row.paused
        x: row.counterAt - width - Theme.space(2.5)
        anchors.verticalCenter: parent.verticalCenter
        name: "arrow-right"
        color: Theme.borderStrong
        size: 36 * Theme.unit
    }
    Numeral {
        id: place
        x: row.counterAt
        anchors.verticalCenter: parent.verticalCenter
        text: row.counter
        color: row.over ? Theme.quiet : Theme.counter
        font.pixelSize: row.figures
        opacity: row.standing === "called" ? 1 : 0.85
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space(1)

        Icon {
            visible: row.young && row.width > place.x + place.width + word.implicitWidth + Theme.space(9)
            name: "bell"
            color: Theme.call
            size: 32 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: word
            text: row.young ? qsTr("Go now") : row.standing === "called" ? qsTr("Called")
                : row.standing === "serving" ? qsTr("Serving")
                : row.paused ? qsTr("Paused") : qsTr("Done")
            color: row.young ? Theme.text : Theme.quiet
            bold: row.young
            font.pixelSize: Theme.caption
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
