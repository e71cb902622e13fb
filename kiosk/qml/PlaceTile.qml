import QtQuick
import Jiaohao

// A day or a half hour with the places that are left in it; without any it cannot be chosen.
ChoiceTile {
    required property var modelData

    enabled: modelData.left > 0
    nameSize: Theme.label
    detail: enabled ? qsTr("Places left: %1").arg(modelData.left) : qsTr("Fully booked")
}
