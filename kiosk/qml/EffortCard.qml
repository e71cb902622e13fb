pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What a bundle took and what it takes now, in figures side by side: the old struck out, the new large.
Card {
    id: card

    required property var efforts
    readonly property var facts: [
        { "key": "materials", "icon": "paper", "name": qsTr("Papers") },
        { "key": "days", "icon": "calendar", "name": qsTr("Working days") },
        { "key": "trips", "icon": "walk", "name": qsTr("Trips") },
        { "key": "counters", "icon": "counter", "name": qsTr("Counters") }
    ]

    objectName: "effort_card"
    visible: efforts.after !== undefined
    implicitHeight: visible ? rows.implicitHeight + Theme.space(5) : 0

    Column {
        id: rows
        x: Theme.space(4)
        y: Theme.space(2.5)
        width: parent.width - Theme.space(8)
        spacing: Theme.space(2)

        Words {
            width: parent.width
            text: qsTr("As one errand: before → now")
            bold: true
        }
        Grid {
            id: grid
            width: parent.width
            columns: Theme.textScale > 1 ? 2 : 4
            columnSpacing: Theme.space(2)
            rowSpacing: Theme.space(1.5)
            verticalItemAlignment: Grid.AlignBottom

            Repeater {
                model: card.efforts.after ? card.facts : []

                Column {
                    id: fact

                    required property var modelData
                    readonly property int before: card.efforts.before[modelData.key]
                    readonly property int after: card.efforts.after[modelData.key]

                    objectName: "effort_" + modelData.key
                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1: %2 before, %3 now").arg(modelData.name).arg(before).arg(after)

                    Row {
                        id: caption
                        spacing: Theme.space(1)

                        Icon {
                            id: picture
                            name: fact.modelData.icon
                            color: Theme.quiet
                            size: Theme.caption * 1.2
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Words {
                            width: Math.min(implicitWidth, fact.width - picture.width - caption.spacing)
                            text: fact.modelData.name
                            color: Theme.quiet
                            font.pixelSize: Theme.caption
                        }
                    }
                    Row {
                        spacing: Theme.space(1)

                        Words {
                            id: old
                            text: fact.before
                            color: Theme.quiet
                            font.pixelSize: Theme.label
                            font.strikeout: true
                            font.features: Theme.figures
                            anchors.baseline: now.baseline
                        }
                        Words {
                            text: "→"
                            color: Theme.quiet
                            font.pixelSize: Theme.label
                            anchors.baseline: now.baseline
                        }
                        Words {
                            id: now
                            text: fact.after
                            bold: true
                            color: fact.after < fact.before ? Theme.good : Theme.text
                            font.pixelSize: Theme.title
                            font.features: Theme.figures
                        }
                    }
                }
            }
        }
    }
}
