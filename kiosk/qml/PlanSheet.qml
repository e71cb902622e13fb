pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Where it is: the floors from here to there, above the page that asked. A touch on the button below closes it.
FocusScope {
    id: sheet

    required property var plan
    required property string language
    readonly property var floors: plan.floors
    readonly property string counters: plan.stops[plan.stop]?.counters ?? ""
    readonly property bool portrait: height > 0.8 * width
    readonly property bool stairs: floors.length > 1
    readonly property real side: Theme.space(5)

    objectName: "plan_sheet"
    visible: plan.isOpen
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    Keys.onEscapePressed: sheet.plan.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
    }
    PageTitle {
        id: title
        objectName: "plan_title"
        x: sheet.side
        y: Theme.space(3)
        width: parent.width - 2 * sheet.side
        font.pixelSize: Theme.heading
        text: sheet.floors.length === 0 ? ""
            : sheet.stairs ? qsTr("To window %1: take the stairs or the lift to floor %2")
                .arg(sheet.counters).arg(sheet.floors[sheet.floors.length - 1].floor)
            : qsTr("To window %1, on floor %2").arg(sheet.counters).arg(sheet.floors[0].floor)
    }
    Row {
        id: stops
        visible: sheet.plan.stops.length > 1
        anchors.left: parent.left
        anchors.leftMargin: sheet.side
        anchors.top: title.bottom
        anchors.topMargin: visible ? Theme.space(2) : 0
        height: visible ? Theme.target : 0
        spacing: Theme.space(2)

        Repeater {
            model: sheet.plan.stops

            BigButton {
                required property var modelData
                required property int index

                objectName: "plan_stop_" + index
                width: Math.min(implicitWidth, (sheet.width - 2 * sheet.side) / sheet.plan.stops.length - Theme.space(2))
                height: Theme.target
                kind: index === sheet.plan.stop ? "primary" : "secondary"
                font.pixelSize: Theme.caption
                text: (index + 1) + " · " + modelData.counters
                onClicked: sheet.plan.pick(index)
            }
        }
    }
    Grid {
        id: maps
        x: sheet.side
        width: parent.width - 2 * sheet.side
        anchors.top: stops.bottom
        anchors.topMargin: Theme.space(2)
        columns: sheet.portrait ? 1 : Math.max(1, sheet.floors.length)
        spacing: Theme.space(3)
        readonly property int lines: sheet.portrait ? Math.max(1, sheet.floors.length) : 1
        readonly property real room: close.y - y - Theme.space(2) - (sheet.portrait ? legend.height + Theme.space(3) : 0)

        Repeater {
            model: sheet.floors

            Item {
                id: floor

                required property var modelData
                required property int index

                width: (maps.width - (maps.columns - 1) * maps.spacing) / maps.columns
                height: Math.min((maps.room - (maps.lines - 1) * maps.spacing) / maps.lines,
                    name.height + width * modelData.height / modelData.width)

                Words {
                    id: name
                    width: parent.width
                    text: qsTr("Floor %1").arg(floor.modelData.floor)
                    bold: true
                }
                FloorMap {
                    anchors.top: name.bottom
                    anchors.bottom: parent.bottom
                    width: parent.width
                    plan: floor.modelData
                    language: sheet.language
                }
            }
        }
    }
    Flow {
        id: legend
        anchors.left: parent.left
        anchors.leftMargin: sheet.side
        width: parent.width - 2 * sheet.side - (sheet.portrait ? 0 : close.width + Theme.gap)
        readonly property real below: maps.y + maps.height + Theme.space(3)
        y: sheet.portrait ? below : Math.min(below, close.y + (close.height - height) / 2)
        spacing: Theme.space(1.5)

        Chip { iconName: "person"; kind: "bad"; text: qsTr("You are here") }
        Chip { iconName: "counter"; kind: "good"; text: qsTr("Your windows") }
        Chip { visible: sheet.stairs; iconName: "floor"; text: qsTr("Stairs") }
        Chip { visible: sheet.stairs; iconName: "arrow-up"; text: qsTr("Lift") }
        Chip { iconName: "door"; text: qsTr("Door") }
    }
    BigButton {
        id: close
        objectName: "plan_close_button"
        anchors.right: parent.right
        anchors.rightMargin: sheet.side
        width: sheet.portrait ? parent.width - 2 * sheet.side : parent.width * 0.32
        height: Theme.target * 1.2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        iconName: "check"
        text: qsTr("I have seen it")
        onClicked: sheet.plan.close()
    }
}
