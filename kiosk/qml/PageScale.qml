import QtQuick
import Jiaohao

// How large everything on the window is drawn.
Item {
    id: scale

    required property Window window
    // What the practice band leaves of the height.
    required property real room
    required property real frameHeight
    required property bool low
    required property bool largeText
    required property bool still
    readonly property bool portrait: window.height >= window.width

    Binding {
        target: Theme
        property: "unit"
        value: Math.max(0.1, !scale.low ? Math.min(Math.min(scale.window.width, scale.room) / 1080,
            Math.max(scale.window.width, scale.room) / 1920)
            : scale.portrait ? Math.min(scale.window.width / 1080, scale.frameHeight / 1768)
            : Math.min(scale.window.width / 1920, scale.frameHeight / 960))
    }
    Binding {
        target: Theme
        property: "textScale"
        // A page that came down is smaller, and its words need not be.
        value: scale.largeText || (scale.low && scale.portrait) ? 1.25 : 1
    }
    Binding {
        target: Theme
        property: "motion"
        value: false
        when: scale.still
    }
}
