import QtQuick
import Jiaohao

// The ways to every service that need no letters, beside or below each other.
Grid {
    id: ways

    required property var journey
    // How many stand beside each other.
    property int across: shown
    property bool inLine: false
    readonly property int shown: 2 + (stages.visible ? 1 : 0) + (bundles.visible ? 1 : 0)
    readonly property int lines: Math.ceil(shown / across)
    readonly property real each: (width - (across - 1) * spacing) / across
    readonly property real high: (height - (lines - 1) * spacing) / lines

    columns: across
    spacing: Theme.gap

    WayTile {
        id: stages
        objectName: "life_stages_button"
        visible: ways.journey.lists.lifeStages.length > 0
        width: ways.each
        height: ways.high
        inLine: ways.inLine
        iconName: "people"
        text: qsTr("By life event")
        onClicked: ways.journey.open_life_stages()
    }
    WayTile {
        id: bundles
        objectName: "bundles_button"
        visible: ways.journey.lists.bundles.length > 0
        width: ways.each
        height: ways.high
        inLine: ways.inLine
        iconName: "bundle"
        text: qsTr("One errand, several services")
        onClicked: ways.journey.open_bundles()
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
        objectName: "zones_button"
        width: ways.each
        height: ways.high
        inLine: ways.inLine
        iconName: "floor"
        text: qsTr("By zone")
        onClicked: ways.journey.open_zones()
    }
}
