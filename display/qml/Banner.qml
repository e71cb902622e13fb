pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The newest call, or several at once. It flashes three times when `announcer.round` grows, then
// stands still; colours swap while it flashes, and it stays readable in both.
Rectangle {
    id: banner

    required property bool portrait
    required property var board
    required property var announcer
    readonly property var calls: announcer.bannerCalls
    property bool lit: false
    readonly property color ground: lit ? Theme.call : Theme.surface
    readonly property color numberInk: lit ? Theme.onPrimary : Theme.call
    readonly property color counterInk: lit ? Theme.onPrimary : Theme.counter
    readonly property color wordInk: lit ? Theme.onPrimary : Theme.quiet

    objectName: "banner"
    color: ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: calls.map(call => qsTr("Number %1, window %2").arg(call.number).arg(call.counter))
        .join("; ")

    SequentialAnimation {
        id: flash
        loops: 3
        PropertyAction { target: banner; property: "lit"; value: true }
        PauseAnimation { duration: 350 }
        PropertyAction { target: banner; property: "lit"; value: false }
        PauseAnimation { duration: 350 }
        onStopped: banner.lit = false
    }
    Connections {
        target: banner.announcer
        function onAnnounced(): void {
            if (Theme.motion)
                flash.restart();
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.space(0.75)
        color: banner.announcer.live ? Theme.call : Theme.border
    }

    IdleBanner {
        anchors.fill: parent
        visible: banner.calls.length === 0
        portrait: banner.portrait
        board: banner.board
    }
    Loader {
        anchors.fill: parent
        active: banner.calls.length === 1
        sourceComponent: BannerCall {
            portrait: banner.portrait
            call: banner.calls[0]
            live: banner.announcer.live
            board: banner.board
            numberInk: banner.numberInk
            counterInk: banner.counterInk
            wordInk: banner.wordInk
        }
    }
    Loader {
        anchors.fill: parent
        active: banner.calls.length > 1
        sourceComponent: BannerCalls {
            portrait: banner.portrait
            calls: banner.calls
            numberInk: banner.numberInk
            counterInk: banner.counterInk
            wordInk: banner.wordInk
        }
    }
}
