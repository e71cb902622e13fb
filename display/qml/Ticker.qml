import QtQuick
import Jiaohao

// The hall's notices, one after the other. One that fits stands still; a longer one is drawn past
// at reading pace; with motion off it is shortened.
Item {
    id: ticker

    required property var texts
    property int index: 0
    readonly property string current: texts.length > 0 ? texts[index % texts.length] : ""
    readonly property real surplus: Math.max(0, words.implicitWidth - width)
    readonly property bool moves: surplus > 0 && Theme.motion

    clip: true
    Accessible.role: Accessible.StaticText
    Accessible.name: current

    Words {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: ticker.moves ? implicitWidth : ticker.width
        text: ticker.current
        color: Theme.quiet
        font.pixelSize: Theme.body
        wrapMode: Text.NoWrap
        elide: ticker.moves ? Text.ElideNone : Text.ElideRight
    }
    Timer {
        running: !ticker.moves && ticker.visible && ticker.texts.length > 1
        repeat: true
        interval: 8000
        onTriggered: ticker.index += 1
    }
    SequentialAnimation {
        running: ticker.moves && ticker.visible
        loops: Animation.Infinite
        PropertyAction { target: words; property: "x"; value: 0 }
        PauseAnimation { duration: 3000 }
        NumberAnimation {
            target: words
            property: "x"
            to: -ticker.surplus
            duration: ticker.surplus / (0.09 * Theme.unit)
        }
        PauseAnimation { duration: 3000 }
        ScriptAction {
            script: ticker.index += 1
        }
    }
    onCurrentChanged: words.x = 0
}
