pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The characters that the letters may stand for, the likeliest first; flicked, or moved on by the arrow.
Rectangle {
    id: bar

    property var engine: null
    property string hint: ""
    readonly property bool any: engine !== null && list.count > 0

    radius: Theme.radius * 0.7
    color: Theme.surfaceSunken

    Words {
        visible: !bar.any
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(2)
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: bar.engine?.composing ? bar.engine.letters : bar.hint
        color: Theme.quiet
    }
    ListView {
        id: list
        objectName: "candidates"
        visible: bar.any
        width: parent.width - Theme.target
        height: parent.height
        orientation: ListView.Horizontal
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: bar.engine?.candidates ?? null
        delegate: Item {
            id: place

            required property string display
            required property int index

            width: Math.max(Theme.target * 0.9, letters.implicitWidth + Theme.space(4))
            height: list.height

            Words {
                id: letters
                visible: false
                text: place.display
                bold: true
                font.pixelSize: Theme.headingSize * Theme.unit
                wrapMode: Text.NoWrap
            }
            PadKey {
                objectName: "candidate_" + place.index
                anchors.fill: parent
                text: place.display
                onClicked: bar.engine.choose(place.index)
            }
        }
    }
    PadKey {
        id: on
        objectName: "candidates_on"
        visible: bar.any && list.contentWidth > list.width
        anchors.right: parent.right
        width: Theme.target
        height: parent.height
        iconName: list.atXEnd ? "back" : "arrow-right"
        text: ""
        Accessible.name: qsTr("More characters")
        onClicked: list.contentX = list.atXEnd ? list.originX
            : Math.min(list.contentX + list.width * 0.85, list.originX + list.contentWidth - list.width)
    }
}
