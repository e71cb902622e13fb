import QtQuick
import Jiaohao

// 我的号: where the number stands, where to go, and what may be done with it.
KioskPage {
    id: page

    required property var mine
    required property var taking
    readonly property var current: mine.errand
    // What this page says, also while it leaves and the visit is forgotten already.
    property var errand: ({})
    readonly property var here: errand.here ?? ({})
    readonly property bool over: errand.isOver === true
    readonly property bool missed: errand.state === "missed"
    readonly property bool several: (errand.steps ?? []).length > 1
    readonly property real margin: Theme.space(portrait ? 5 : 2.5)
    readonly property string standing: standingWords(errand)
    readonly property string truth: say(mine.message) !== "" ? say(mine.message)
        : over && errand.state === "cancelled" ? qsTr("This number was given back.")
        : over && errand.state === "expired" ? qsTr("This number is of %1 and no longer valid.").arg(say(errand.day))
        : over ? qsTr("This number is finished. See how far the errand is.")
        : errand.state === "called" ? standing
        : errand.state === "serving" ? qsTr("You are being served at window %1.").arg(errand.calledTo)
        : errand.state === "held" ? qsTr("Window %1 waits for you: please go back there.").arg(errand.calledTo)
        : missed && errand.mayComeBack ? qsTr("You were called, but nobody came. You may come back into the line.")
        : missed ? say(errand.notBack)
        : errand.state === "waiting" ? standing : qsTr("It is your turn later.")

    objectName: "my_number_page"
    onCurrentChanged: {
        if (current.number)
            errand = current;
    }

    ScrollArea {
        id: told
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? page.width - 2 * page.side : (page.width - 3 * page.side) * 0.56
        anchors.top: parent.top
        anchors.topMargin: page.margin
        anchors.bottom: page.portrait ? acts.top : parent.bottom
        anchors.bottomMargin: Theme.space(2)
        spacing: Theme.space(page.portrait ? 4 : 2)

        NumberCard {
            objectName: "number_card"
            width: told.width
            height: implicitHeight
            number: page.errand.number ?? ""
            crossed: page.over
            tight: !page.portrait
            services: (page.errand.services ?? []).map(s => page.say(s))
            marks: (page.errand.marks ?? []).map(m => page.say(m))
        }
        Notice {
            objectName: "standing_notice"
            width: told.width
            height: implicitHeight
            strong: true
            pixelSize: Theme.button
            kind: page.missed || page.say(page.mine.message) !== "" ? "caution" : page.errand.state === "called" ? "good" : "primary"
            iconName: page.missed ? "miss" : page.errand.state === "called" ? "walk" : page.over ? "info" : "people"
            text: page.truth
        }
        Card {
            objectName: "place_card"
            visible: !page.over
            width: told.width
            height: place.implicitHeight + Theme.space(8)

            PlaceSign {
                id: place
                x: Theme.space(4)
                y: Theme.space(4)
                width: parent.width - Theme.space(8)
                zone: page.here.zone ?? ""
                zoneName: page.say(page.here.zoneName)
                floorText: page.floorWords(page.here.floor ?? 1)
                counters: page.here.counters ?? ""
                badgeSize: (page.portrait ? 140 : 110) * Theme.unit
            }
        }
        StepCard {
            objectName: "route_card"
            visible: page.portrait && page.several && !page.over
            width: told.width
            steps: page.several ? page.errand.steps : []
            language: page.language
        }
    }
    ScrollArea {
        id: route
        visible: !page.portrait && page.several && !page.over
        anchors.right: acts.right
        width: acts.width
        anchors.top: told.top
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap

        StepCard {
            objectName: "route_card_beside"
            width: route.width
            steps: page.several ? page.errand.steps : []
            language: page.language
        }
    }
    MyNumberActs {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: page.side
        width: page.portrait ? told.width : page.width - 3 * page.side - told.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        mine: page.mine
        taking: page.taking
        journey: page.journey
        errand: page.errand
        issuing: page.hall.isIssuing
    }
}
