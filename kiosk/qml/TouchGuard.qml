import QtQuick

// Swallows touches for a moment after a page changed, so that the second tap of a double touch does not
// fall on whatever has come under the finger.
MouseArea {
    id: guard

    property int milliseconds: 350

    function again() {
        timer.restart();
    }

    objectName: "touch_guard"
    visible: timer.running
    Accessible.ignored: true

    Timer {
        id: timer
        interval: guard.milliseconds
    }
}
