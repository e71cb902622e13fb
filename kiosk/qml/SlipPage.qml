import QtQuick
import Jiaohao

// The number, where to go with it, and the truth about the paper.
KioskPage {
    id: page

    required property var taking
    required property var floorPlan
    required property var idle
    required property var forms
    readonly property var current: ({ "number": taking.number, "slip": taking.slip, "stage": taking.stageName,
        "refusal": taking.refusal, "again": taking.isReprint, "code": taking.code, "trouble": taking.trouble })
    // What this page says, also while it leaves and the visit is forgotten already.
    property var shown: ({ "number": "", "slip": {}, "stage": "", "refusal": {}, "again": false,
        "code": "", "trouble": "" })
    readonly property string stage: shown.stage
    readonly property var slip: shown.slip
    readonly property bool onScreenOnly: ["not_printed", "unproven", "on_screen", "shown", "kept", "cancelling"].includes(stage)
    readonly property bool paperComes: ["printing", "printed", "sent"].includes(stage)
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property real between: Theme.space(portrait ? 4 : 3)

    objectName: "slip_page"
    onCurrentChanged: {
        if (current.number !== "")
            shown = current;
    }

    SlipTruth {
        id: truth
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? parent.width - 2 * page.side : (parent.width - 3 * page.side) / 2
        anchors.top: parent.top
        anchors.topMargin: page.margin
        stage: page.stage
        large: page.journey.largeText
        cancelRefusal: page.say(page.shown.refusal)
        trouble: page.shown.trouble
        printable: page.taking.canPrintAgain
        firstMayCome: page.taking.firstMayCome
    }
    NumberCard {
        id: numberCard
        anchors.top: truth.bottom
        anchors.topMargin: page.between
        anchors.left: truth.left
        width: truth.width
        height: page.portrait ? implicitHeight : room
        room: page.portrait ? acts.y - y - placeCard.height - 2 * page.between
                - (outlet.visible ? outlet.implicitHeight : 0)
            : parent.height - y - page.margin
        number: page.shown.number
        code: page.onScreenOnly ? page.shown.code : ""
        tight: !page.portrait && page.journey.largeText
        crossed: page.stage === "cancelled"
        services: (page.slip.services ?? []).map(s => page.say(s))
        marks: (page.slip.marks ?? []).map(m => page.say(m))
    }
    Card {
        id: placeCard
        objectName: "place_card"
        visible: page.stage !== "cancelled"
        anchors.top: page.portrait ? numberCard.bottom : truth.top
        anchors.topMargin: page.portrait ? page.between : 0
        anchors.left: page.portrait ? truth.left : truth.right
        anchors.leftMargin: page.portrait ? 0 : page.side
        width: truth.width
        height: place.implicitHeight + ahead.height + Theme.space(11)

        PlaceSign {
            id: place
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(4)
            anchors.right: where.visible ? where.left : parent.right
            anchors.rightMargin: where.visible ? Theme.space(1) : Theme.space(4)
            y: Theme.space(4)
            zone: page.slip.zone ?? ""
            zoneName: page.say(page.slip.zoneName)
            floorText: page.floorWords(page.slip.floor ?? 1)
            counters: page.slip.counters ?? ""
        }
        WhereButton {
            id: where
            plan: page.floorPlan
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(3)
            y: Theme.space(3)
            width: page.portrait && !page.journey.largeText ? Math.floor(implicitWidth - Theme.space(4)) : Theme.target
            text: page.portrait && !page.journey.largeText ? qsTr("The way") : ""
            Accessible.name: qsTr("Where is it?")
            onClicked: page.floorPlan.show_slip()
        }
        Words {
            id: ahead
            objectName: "people_ahead"
            x: Theme.space(4)
            width: parent.width - Theme.space(8)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space(3.5)
            bold: true
            font.pixelSize: Theme.button
            text: page.standingWords(page.slip)
        }
    }
    Outlet {
        id: outlet
        visible: page.paperComes
        anchors.left: placeCard.left
        width: placeCard.width
        anchors.top: placeCard.bottom
        anchors.bottom: acts.top
        anchors.margins: Theme.space(2)
        still: page.stage === "printing"
    }
    SlipActs {
        id: acts
        anchors.left: placeCard.left
        width: placeCard.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        taking: page.taking
        stage: page.stage
        again: page.shown.again
        journey: page.journey
        idle: page.idle
        forms: page.forms
        language: page.language
    }
}
