pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// One row a counter, newest first, filled column by column.
Item {
    id: table

    required property int columns
    readonly property bool wide: columns === 1 && width > height * 1.7
    required property int rowsShown
    required property var board
    readonly property alias count: rows.count
    readonly property real gap: Theme.space(columns > 1 ? 4 : 0)
    readonly property real columnWidth: (width - gap * (columns - 1)) / columns
    readonly property real rowHeight: (height - head.height - Theme.space(1)) / rowsShown
    readonly property real numberAt: (wide ? 112 : 84) * Theme.unit
    readonly property real counterAt: wide ? width * 0.42 : 346 * Theme.unit

    Item {
        id: head
        width: parent.width
        height: Theme.space(6)

        Repeater {
            model: table.columns

            Item {
                id: title
                required property int index
                x: index * (table.columnWidth + table.gap)
                width: table.columnWidth
                height: head.height
                visible: rows.count > index * table.rowsShown

                Words {
                    x: table.numberAt
                    text: qsTr("Number")
                    color: Theme.quiet
                    font.pixelSize: Theme.caption
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    x: table.counterAt
                    text: qsTr("Window")
                    color: Theme.quiet
                    font.pixelSize: Theme.caption
                    anchors.verticalCenter: parent.verticalCenter
                }
                PageMark {
                    visible: title.index === table.columns - 1 && count > 1
                    number: table.board.callsLeaf.number
                    count: table.board.callsLeaf.count
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space(2)
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    Repeater {
        id: rows
        model: table.board.calls

        CallRow {
            required property int index
            readonly property int column: Math.floor(index / table.rowsShown)
            x: column * (table.columnWidth + table.gap)
            y: head.height + (index % table.rowsShown) * table.rowHeight
            visible: column < table.columns
            width: table.columnWidth
            height: table.rowHeight
            figures: Math.round((table.wide ? 58 : 52) * Theme.unit)
            shaded: index % table.rowsShown % 2 === 0
            numberAt: table.numberAt
            counterAt: table.counterAt
        }
    }
    Words {
        visible: rows.count === 0
        anchors.centerIn: parent
        text: qsTr("Nobody is being called at the moment")
        color: Theme.quiet
        font.pixelSize: Theme.label
    }
}
