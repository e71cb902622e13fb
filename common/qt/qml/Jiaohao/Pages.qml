pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A stack of pages. A page comes in with a short slide and fade, or at once when motion is off.
T.StackView {
    id: pages

    readonly property int time: Theme.duration(160)
    readonly property real shift: 48 * Theme.unit

    component Slide: Transition {
        id: slide
        required property bool arriving
        required property real side

        ParallelAnimation {
            NumberAnimation {
                property: "opacity"
                from: slide.arriving ? 0 : 1
                to: slide.arriving ? 1 : 0
                duration: pages.time
                easing.type: Easing.OutCubic
            }
            NumberAnimation {
                property: "x"
                from: slide.arriving ? slide.side * pages.shift : 0
                to: slide.arriving ? 0 : -slide.side * pages.shift
                duration: pages.time
                easing.type: Easing.OutCubic
            }
        }
    }

    pushEnter: Slide { arriving: true; side: 1 }
    pushExit: Slide { arriving: false; side: 1 }
    popEnter: Slide { arriving: true; side: -1 }
    popExit: Slide { arriving: false; side: -1 }
    replaceEnter: Slide { arriving: true; side: 1 }
    replaceExit: Slide { arriving: false; side: 1 }
}
