import QtQuick
import Jiaohao

// Everything to know before the number is taken, and the one button that takes it.
KioskPage {
    id: page

    required property var taking
    readonly property var errand: taking.errand
    readonly property string noticeText: taking.refusal[language] !== "" ? say(taking.refusal)
        : taking.inDoubt ? qsTr("The connection was interrupted. Please touch the button once more: you will still get only one number.")
        : !taking.hasPrinter ? qsTr("This kiosk prints no slips. Your number will be shown on this screen.")
        : ""

    objectName: "confirm_page"

    Column {
        id: first
        x: page.side
        width: page.portrait ? parent.width - 2 * page.side : (parent.width - 3 * page.side) * 0.56
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.portrait ? 5 : 3)
        spacing: Theme.space(page.portrait ? 3.5 : 2.5)

        Column {
            width: parent.width
            spacing: Theme.space(1)

            PageTitle {
                objectName: "page_title"
                width: parent.width
                text: page.say(page.errand.name)
                font.pixelSize: Math.round(Theme.title * 1.15)
            }
            Words {
                width: parent.width
                text: page.say(page.errand.department)
                color: Theme.quiet
                font.pixelSize: Theme.label
            }
        }
        ServiceFacts {
            width: parent.width
            errand: page.errand
            language: page.language
        }
        ErrandCard {
            width: parent.width
            height: implicitHeight
            errand: page.errand
            hall: page.hall
            language: page.language
        }
        MaterialList {
            visible: page.portrait
            x: Theme.space(1)
            width: parent.width - 2 * x
            materials: page.errand.materials ?? []
            language: page.language
        }
    }
    Card {
        visible: !page.portrait
        anchors.top: first.top
        anchors.right: parent.right
        anchors.rightMargin: page.side
        anchors.left: first.right
        anchors.leftMargin: page.side
        height: sideList.implicitHeight + Theme.space(6)

        MaterialList {
            id: sideList
            x: Theme.space(4)
            y: Theme.space(3)
            width: parent.width - Theme.space(8)
            materials: page.errand.materials ?? []
            language: page.language
        }
    }
    Column {
        x: page.portrait ? page.side : first.x + first.width + page.side
        width: page.portrait ? parent.width - 2 * page.side : parent.width - x - page.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(page.portrait ? 5 : 3)
        spacing: Theme.space(page.portrait ? 3.5 : 2)

        PriorityPicker {
            visible: page.portrait && page.taking.priorityClasses.length > 0
            enabled: !page.taking.isBusy
            width: parent.width
            classes: page.portrait ? page.taking.priorityClasses : []
            chosen: page.taking.priority
            language: page.language
            onPicked: code => page.taking.choosePriority(code)
        }
        Notice {
            objectName: "confirm_notice"
            visible: text !== ""
            width: parent.width
            kind: page.taking.inDoubt || page.taking.hasPrinter ? "caution" : "primary"
            text: page.noticeText
        }
        TakeButton {
            width: parent.width
            taking: page.taking
        }
    }
    PriorityPicker {
        visible: !page.portrait && page.taking.priorityClasses.length > 0
        enabled: !page.taking.isBusy
        x: page.side
        width: first.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        classes: page.portrait ? [] : page.taking.priorityClasses
        chosen: page.taking.priority
        language: page.language
        onPicked: code => page.taking.choosePriority(code)
    }
}
