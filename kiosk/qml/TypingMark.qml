import QtQuick
import Jiaohao

// Where the next sign goes: as broad as one sees it at a kiosk.
Rectangle {
    required property bool writing

    visible: writing
    width: 2 * Theme.stroke
    radius: width / 2
    color: Theme.primary
}
