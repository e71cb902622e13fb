import QtQuick
import Jiaohao

// How many people stand before one: a large figure under a few words.
Column {
    id: count

    required property int people
    property string caption: ""
    property string remark: ""

    spacing: 0

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        text: count.caption
        color: Theme.quiet
        font.pixelSize: Theme.body
        wrapMode: Text.NoWrap
    }
    Numeral {
        objectName: "people_count"
        anchors.horizontalCenter: parent.horizontalCenter
        text: count.people
        font.pixelSize: Math.round(Theme.title * 1.5)
        lineHeight: 0.95
        Accessible.role: Accessible.StaticText
        Accessible.name: count.caption + " " + count.people
    }
    Words {
        objectName: "expected_wait"
        anchors.horizontalCenter: parent.horizontalCenter
        visible: text !== ""
        text: count.remark
        bold: true
        font.pixelSize: Theme.body
        font.features: Theme.figures
        wrapMode: Text.NoWrap
    }
}
