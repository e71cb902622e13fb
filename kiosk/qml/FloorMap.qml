pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// One floor of the hall: zones in their colours, counters, this kiosk, and the way.
Item {
    id: map

    required property var plan
    required property string language
    readonly property real cell: Math.min(width / plan.width, height / plan.height)
    readonly property real inset: (width - plan.width * cell) / 2
    readonly property var corners: plan.way
    readonly property var icons: ({ "door": "door", "stairs": "floor", "lift": "arrow-up", "kiosk": "ticket" })

    function across(x: real): real {
        return inset + x * cell;
    }

    function down(y: real): real {
        return y * cell;
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Plan of floor %1").arg(plan.floor)

    Rectangle {
        x: map.inset
        width: map.plan.width * map.cell
        height: map.plan.height * map.cell
        radius: Theme.radius * 0.6
        color: Theme.surfaceSunken
        border.color: Theme.borderStrong
        border.width: Theme.stroke
    }
    Repeater {
        model: map.plan.zones

        Rectangle {
            id: zone

            required property var modelData

            x: map.across(modelData.x)
            y: map.down(modelData.y)
            width: modelData.w * map.cell
            height: modelData.h * map.cell
            radius: Theme.radius * 0.4
            color: Theme.surface
            border.width: 2 * Theme.stroke
            border.color: Theme.zone(modelData.zone)

            Rectangle {
                anchors.fill: parent
                anchors.margins: parent.border.width
                radius: parent.radius
                opacity: 0.12
                color: Theme.zone(zone.modelData.zone)
            }
            Row {
                readonly property bool low: zone.modelData.y > map.plan.height / 2

                spacing: map.cell * 0.8
                x: map.cell
                y: low ? map.cell * 0.8 : parent.height - height - map.cell * 0.8

                ZoneBadge {
                    letter: zone.modelData.zone
                    size: Math.min(map.cell * 4, zone.height - 1.6 * map.cell)
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    width: zone.width - map.cell * 6.6
                    text: zone.modelData.name[map.language]
                    font.pixelSize: Math.max(1, Math.min(Theme.caption, map.cell * (zone.modelData.w < 20 ? 1.5 : 2.2)))
                    lineHeight: 0.9
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    Repeater {
        model: map.plan.counters

        Rectangle {
            id: counter

            required property var modelData

            objectName: "plan_" + modelData.counter + (modelData.wanted ? "_wanted" : "")
            x: map.across(modelData.x)
            y: map.down(modelData.y)
            width: modelData.w * map.cell
            height: modelData.h * map.cell
            radius: map.cell * 0.4
            color: modelData.wanted ? Theme.counter : Theme.surface
            border.width: Theme.stroke
            border.color: modelData.wanted ? Theme.counter : Theme.borderStrong

            Numeral {
                anchors.centerIn: parent
                text: counter.modelData.counter
                color: counter.modelData.wanted ? Theme.onPrimary : Theme.quiet
                font.pixelSize: Math.max(1, Math.round(map.cell * 1.4))
            }
        }
    }
    // The way: a line from corner to corner, with round joints.
    Repeater {
        model: Math.max(0, map.corners.length - 1)

        Rectangle {
            required property int index
            readonly property var from: map.corners[index]
            readonly property var to: map.corners[index + 1]

            x: map.across(Math.min(from[0], to[0]) + 0.5) - thick / 2
            y: map.down(Math.min(from[1], to[1]) + 0.5) - thick / 2
            readonly property real thick: map.cell * 0.9
            width: Math.abs(to[0] - from[0]) * map.cell + thick
            height: Math.abs(to[1] - from[1]) * map.cell + thick
            radius: thick / 2
            color: Theme.call
        }
    }
    Repeater {
        model: map.plan.marks

        Rectangle {
            id: mark

            required property var modelData
            readonly property real size: map.cell * (modelData.here ? 4 : 3)

            x: map.across(modelData.x + 0.5) - size / 2
            y: map.down(modelData.y + 0.5) - size / 2
            width: size
            height: size
            radius: modelData.here ? size / 2 : size * 0.2
            color: modelData.here ? Theme.call : Theme.surface
            border.width: Theme.stroke
            border.color: modelData.here ? Theme.surface : Theme.borderStrong

            Icon {
                anchors.centerIn: parent
                name: mark.modelData.here ? "person" : map.icons[mark.modelData.kind]
                color: mark.modelData.here ? Theme.onPrimary : Theme.text
                size: parent.width * 0.72
            }
        }
    }
    Rectangle {
        id: arrival
        readonly property var last: map.corners.length > 0 ? map.corners[map.corners.length - 1] : [0, 0]

        visible: map.corners.length > 0 && map.plan.arrives
        width: map.cell * 2.4
        height: width
        radius: width / 2
        x: map.across(last[0] + 0.5) - width / 2
        y: map.down(last[1] + 0.5) - height / 2
        color: Theme.surface
        border.width: map.cell * 0.6
        border.color: Theme.call
    }
}
