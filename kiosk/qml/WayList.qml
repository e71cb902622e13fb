import QtQuick
import Jiaohao

// The three ways to every service, beside or below each other.
Grid {
    id: ways

    required property var journey
    property bool across: true
    property bool inLine: false
    readonly property real each: across ? (width - 2 * Theme.gap) / 3 : width
    readonly property real high: across ? height : (height - 2 * Theme.gap) / 3

    columns: across ? 3 : 1
    spacing: Theme.gap

    WayTile {
        objectName: "zones_button"
        width: ways.each
        height: ways.high
        inLine: ways.inLine
        iconName: "floor"
        text: qsTr("By zone")
        onClicked: ways.journey.open_zones()
    }
    WayTile {
        objectName: "departments_button"
        width: ways.each
        height: ways.high
        inLine: ways.inLine
        iconName: "business"
        text: qsTr("By department")
        onClicked: ways.journey.open_departments()
    }
    WayTile {
        objectName: "bundles_button"
        width: ways.each
        height: ways.high
        inLine: ways.inLine
        iconName: "bundle"
        text: qsTr("One errand, several services")
        onClicked: ways.journey.open_bundles()
    }
}
