import QtQuick
import Jiaohao

// One waiting line: prefix in the zone's colour, name, people, next numbers.
Item {
    id: row

    required property string queue
    required property string name
    required property string zone
    required property int waiting
    required property string upcoming
    required property bool ruled
    readonly property real lineHeight: Theme.caption * 1.25

    Accessible.role: Accessible.Row
    Accessible.name: name + ", " + qsTr("%n waiting", "people in one line", waiting)

    Rectangle {
        // Where two lines of text fill the row, a rule would run through their descenders.
        visible: row.ruled && row.height > 2.2 * row.lineHeight
        width: parent.width
        height: Theme.stroke
        color: Theme.border
    }
    ZoneBadge {
        id: badge
        letter: row.zone
        size: 44 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        anchors.left: badge.right
        anchors.leftMargin: Theme.space(2)
        anchors.right: count.left
        anchors.rightMargin: Theme.space(1.5)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: row.name
            height: row.lineHeight
            font.pixelSize: Theme.caption
            verticalAlignment: Text.AlignVCenter
            maximumLineCount: 1
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Words {
            width: parent.width
            height: row.lineHeight
            verticalAlignment: Text.AlignVCenter
            text: row.waiting > 0 ? row.upcoming : qsTr("No waiting")
            color: Theme.quiet
            font.pixelSize: Theme.caption
            font.features: Theme.figures
            elide: Text.ElideRight
            maximumLineCount: 1
            wrapMode: Text.NoWrap
        }
    }
    Numeral {
        id: count
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: 84 * Theme.unit
        horizontalAlignment: Text.AlignRight
        text: row.waiting
        color: row.waiting > 0 ? Theme.text : Theme.borderStrong
        font.pixelSize: Math.round(50 * Theme.unit)
    }
}
