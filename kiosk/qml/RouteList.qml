pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The stops of one number: stage after stage, with zone and services.
Column {
    id: route

    required property var stops
    required property string language
    required property var waiting
    // For each stop the expected wait in words; empty where nothing is known.
    property var waits: []

    spacing: Theme.space(1.25)

    Words {
        width: route.width
        text: qsTr("One number, %1 stops").arg(route.stops.length)
        bold: true
        font.pixelSize: Theme.label
    }
    Repeater {
        model: route.stops

        Item {
            id: stop

            required property var modelData
            required property int index

            width: route.width
            height: Math.max(badge.height, words.implicitHeight)

            ZoneBadge {
                id: badge
                letter: stop.modelData.zone
                size: 68 * Theme.unit
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                id: words
                anchors.left: badge.right
                anchors.leftMargin: Theme.space(2)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    width: parent.width
                    text: stop.modelData.services.map(s => s[route.language])
                        .join(route.language === "zh" ? "、" : ", ")
                }
                Words {
                    width: parent.width
                    text: qsTr("Floor %1").arg(stop.modelData.floor) + " · "
                        + (/[ -]/.test(stop.modelData.counters) ? qsTr("Windows %1") : qsTr("Window %1"))
                            .arg(stop.modelData.counters) + " · "
                        + qsTr("Waiting: %1").arg(route.waiting[stop.modelData.queue] ?? 0)
                        + ((route.waits[stop.index] ?? "") !== "" ? " · " + route.waits[stop.index] : "")
                    color: Theme.quiet
                    font.pixelSize: Theme.caption
                }
            }
        }
    }
}
