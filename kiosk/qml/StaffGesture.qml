import QtQuick

// Feels every touch, also those that something else takes, for the gesture by which staff come in.
Item {
    id: area

    required property var staff

    PointHandler {
        acceptedButtons: Qt.LeftButton
        onActiveChanged: {
            if (active)
                area.staff.touched_at(point.position.x, point.position.y, area.width, area.height);
        }
    }
}
