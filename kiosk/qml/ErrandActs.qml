import QtQuick
import Jiaohao

// Where the errand is done, and another time for it: beside each other, where there are both.
Row {
    id: acts

    required property var plan
    // Whether a time can be booked for it.
    required property bool bookable
    readonly property real each: where.visible && when.visible ? (width - spacing) / 2 : width
    signal whereWanted
    signal timeWanted

    spacing: Theme.gap

    WhereButton {
        id: where
        width: acts.each
        plan: acts.plan
        onClicked: acts.whereWanted()
    }
    BigButton {
        id: when
        objectName: "book_offer_button"
        visible: acts.bookable
        width: acts.each
        height: visible ? Theme.target : 0
        kind: "secondary"
        font.pixelSize: Theme.label
        iconName: "calendar"
        text: qsTr("Come another day")
        Accessible.name: qsTr("Book a time on another day")
        onClicked: acts.timeWanted()
    }
}
