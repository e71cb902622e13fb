import QtQuick
import Jiaohao

// To the plan of the hall, where it has one.
BigButton {
    required property var plan

    objectName: "where_button"
    visible: plan.hasPlan
    height: visible ? Theme.target : 0
    kind: "secondary"
    font.pixelSize: Theme.label
    iconName: "place"
    text: qsTr("Where is it?")
}
