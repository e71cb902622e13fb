pragma Singleton
import QtQuick

// The theme as QML sees it. Python fills the fields at the start (common/qt/engine.py); a screen sets `unit`
// from its size, and everything below follows.
QtObject {
    id: theme

    property color page
    property color surface
    property color surfaceSunken
    property color border
    property color borderStrong
    property color shadow
    property color text
    property color quiet
    property color primary
    property color primaryPressed
    property color primarySoft
    property color primaryBright
    property color onPrimary
    property color onPrimaryQuiet
    property color focus
    property color call
    property color counter
    property color good
    property color goodSoft
    property color caution
    property color cautionSoft
    property color bad
    property color badSoft
    property color disabled
    property color onZone
    property var zones: ({})

    // What one pixel of the theme file is on this screen.
    property real unit: 1
    // 1 in ordinary type, more in large type (大字版).
    property real textScale: 1
    // False stands everything still.
    property bool motion: true

    property string family
    property real captionSize
    property real bodySize
    property real labelSize
    property real buttonSize
    property real headingSize
    property real titleSize
    property real numberSize
    property real radiusSize
    property real spaceSize
    property real targetSize
    property real gapSize

    readonly property int caption: letters(captionSize)
    readonly property int body: letters(bodySize)
    readonly property int label: letters(labelSize)
    readonly property int button: letters(buttonSize)
    readonly property int heading: letters(headingSize)
    readonly property int title: letters(titleSize)
    readonly property int number: Math.max(1, Math.round(numberSize * unit))
    readonly property real radius: radiusSize * unit
    readonly property real target: targetSize * unit
    readonly property real gap: gapSize * unit
    readonly property real stroke: Math.max(1, Math.round(2 * unit))

    // Figures of equal width, for numbers and clocks.
    readonly property var figures: ({ "tnum": 1 })

    function letters(size: real): int {
        return Math.max(1, Math.round(size * unit * textScale));
    }

    // `steps` of the spacing grid in pixels.
    function space(steps: real): real {
        return steps * spaceSize * unit;
    }

    function zone(letter: string): color {
        return zones[letter] ?? zones["other"] ?? quiet;
    }

    // How long a movement of `milliseconds` takes: no time at all when motion is off.
    function duration(milliseconds: int): int {
        return motion ? milliseconds : 0;
    }
}
