import QtQuick

// What the keys of a keyboard or a keypad do anywhere: go about the page, go back, begin.
Item {
    id: keys

    required property FocusWay focusWay
    required property var journey
    // Where the way begins when nothing has the focus yet.
    required property Item page
    signal pressed

    function go(right: int, down: int) {
        const here = keys.Window.activeFocusItem;
        if (here?.activeFocusOnTab)
            focusWay.go(here, right, down);
        else
            focusWay.enter(page);
    }

    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Left:
        case Qt.Key_Right:
        case Qt.Key_Up:
        case Qt.Key_Down:
            go((event.key === Qt.Key_Right) - (event.key === Qt.Key_Left), (event.key === Qt.Key_Down) - (event.key === Qt.Key_Up));
            break;
        case Qt.Key_Escape:
        case Qt.Key_Back:
            if (journey.depth > 2)
                journey.back();
            else if (journey.pageName === "home")
                journey.finish();
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Space:
            if (journey.pageName !== "attract")
                return;
            journey.start();
            break;
        default:
            return;
        }
        pressed();
        event.accepted = true;
    }
}
