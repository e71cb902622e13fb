pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The departments in the hall's order.
ListPage {
    id: page

    objectName: "departments_page"
    title: qsTr("Choose a department")
    leastHeight: (journey.largeText ? 220 : portrait ? 150 : 140) * Theme.unit
    mostHeight: 200 * Theme.unit
    model: journey.lists.departments
    delegate: ChoiceTile {
        required property var modelData

        objectName: "department_" + modelData.code
        width: page.tileWidth
        height: page.tileHeight
        iconName: "business"
        text: page.say(modelData.name)
        nameSize: Theme.label
        detail: qsTr("Services: %1").arg(modelData.services)
        onClicked: page.journey.open_department(modelData.code)
    }
}
