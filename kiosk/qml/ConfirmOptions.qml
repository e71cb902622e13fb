import QtQuick
import Jiaohao

// What may be said before a number is taken, and need not: a right to priority, a mobile number.
Grid {
    id: options

    required property var taking
    required property var phone
    required property string language
    // How low a row of them may be.
    property real leastHeight: Theme.target
    readonly property bool any: priority.visible || number.visible
    readonly property real cellWidth: priority.visible && number.visible
        ? (width - (columns - 1) * spacing) / columns : width
    readonly property real cellHeight: Math.max(leastHeight, columns > 1 ? number.implicitHeight : 0,
        columns > 1 ? priority.implicitHeight : 0)
    signal priorityWanted

    spacing: Theme.gap

    PriorityButton {
        id: priority
        visible: options.taking.priorityClasses.length > 0
        enabled: !options.taking.isBusy
        width: options.cellWidth
        height: Math.max(options.cellHeight, implicitHeight)
        chosenName: options.taking.priorityClasses.find(c => c.code === options.taking.priority)?.name[options.language] ?? ""
        onClicked: options.priorityWanted()
    }
    PhoneButton {
        id: number
        visible: options.taking.asksPhone
        enabled: !options.taking.isBusy
        width: options.cellWidth
        height: Math.max(options.cellHeight, implicitHeight)
        masked: options.phone.masked
        onClicked: options.phone.open()
    }
}
