import QtQuick
import Jiaohao

// Everything to know before the number is taken, and the one button that takes it.
KioskPage {
    id: page

    required property var taking
    required property var phone
    required property var booking
    required property var kiosk
    required property var basket
    required property var forms
    required property var floorPlan
    required property var counterChoice
    readonly property var current: taking.errand
    // The errand of this page, also while the page leaves and the visit is forgotten already.
    property var errand: ({})
    readonly property var materials: errand.materials ?? []
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property string notToday: say(errand.notToday)
    // On a wide page it stands beside its head where it would be cut below it.
    readonly property bool placeAside: !portrait && errand.isRoute !== true
        && head.implicitHeight + first.spacing + place.implicitHeight > first.height
    // Where it is not done today, the button for the number books instead.
    readonly property bool bookable: booking.ofNumber && notToday === ""
    readonly property string comma: language === "zh" ? "、" : ", "
    readonly property bool refused: say(taking.refusal) !== ""
    readonly property string noticeText: refused ? say(taking.refusal)
        : notToday !== "" ? notToday
        : say(taking.booking) !== "" ? say(taking.booking)
        : taking.inDoubt ? qsTr("The connection was interrupted. Please touch the button once more: you will still get only one number.")
        : !taking.hasPrinter ? qsTr("This kiosk prints no slips. Your number will be shown on this screen.")
        : kiosk.prints ? ""
        : say(kiosk.nextKiosk) !== ""
            ? qsTr("%1. Take your number on this screen, or with a slip at: %2").arg(trouble.title).arg(say(kiosk.nextKiosk))
        : qsTr("%1. You can take your number on this screen, without a slip.").arg(trouble.title)

    objectName: "confirm_page"
    onCurrentChanged: {
        if (current.name)
            errand = current;
    }

    PrinterTrouble {
        id: trouble
        trouble: page.kiosk.trouble
    }
    ScrollArea {
        id: first
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? parent.width - 2 * page.side : (parent.width - 3 * page.side) * 0.58
        anchors.top: parent.top
        anchors.topMargin: page.margin
        anchors.bottom: page.portrait ? notice.top : options.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.space(page.portrait ? 4 : 2)

        ErrandHead {
            id: head
            width: first.width
            title: page.say(page.errand.name)
            department: page.counterChoice.options.length > 0 && page.errand.isRoute === true
                ? page.errand.stops.map(stop => stop.services.map(page.say).join(page.comma)).join(page.comma)
                : page.say(page.errand.department)
            errand: page.errand
            language: page.language
            takesMore: page.errand.isBundle === false && page.basket.count === 0 && page.basket.takesMore
            onGuideWanted: page.journey.open_guide()
            onMoreWanted: page.basket.add_another()
        }
        ErrandCard {
            id: place
            // Where there is a choice it tells the places, and the wait of each.
            visible: page.counterChoice.options.length === 0 && !page.placeAside
            width: first.width
            height: implicitHeight
            errand: page.errand
            hall: page.hall
            language: page.language
            wait: page.waitWords(page.hall.waits[page.errand.queues?.[0] ?? ""]?.[page.taking.priority])
            waits: (page.errand.stops ?? []).map(stop => page.waitWords(page.hall.waits[stop.queue]?.[page.taking.priority]))
        }
        CounterChoice {
            visible: page.portrait && page.counterChoice.options.length > 0
            width: first.width
            enabled: !page.taking.isBusy
            options: page.counterChoice.options
            chosen: page.counterChoice.chosen
            waitWords: page.waitWords
            onPicked: kind => page.counterChoice.choose(kind)
        }
        ErrandActs {
            visible: page.portrait || page.placeAside
            width: first.width
            enabled: !page.taking.isBusy
            plan: page.floorPlan
            bookable: page.bookable
            onWhereWanted: page.floorPlan.show_errand()
            onTimeWanted: page.booking.begin_taken()
        }
        FormOffer {
            width: first.width
            enabled: !page.taking.isBusy
            names: page.forms.ofNumber
            language: page.language
            onClicked: page.forms.begin_taken()
        }
        EffortCard {
            width: first.width
            height: implicitHeight
            efforts: page.errand.efforts ?? ({})
        }
        MaterialList {
            visible: page.portrait
            width: first.width
            height: implicitHeight
            columns: page.materials.length > 3 && !page.journey.largeText ? 2 : 1
            materials: page.materials
            language: page.language
        }
    }
    ScrollArea {
        id: second
        visible: !page.portrait
        anchors.left: first.right
        anchors.leftMargin: page.side
        width: parent.width - first.width - 3 * page.side
        anchors.top: first.top
        anchors.bottom: notice.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.space(2)

        ErrandCard {
            visible: page.counterChoice.options.length === 0 && page.placeAside
            narrow: true
            width: second.width
            height: implicitHeight
            errand: page.errand
            hall: page.hall
            language: page.language
            wait: page.waitWords(page.hall.waits[page.errand.queues?.[0] ?? ""]?.[page.taking.priority])
        }
        CounterChoice {
            width: second.width
            enabled: !page.taking.isBusy
            options: page.counterChoice.options
            chosen: page.counterChoice.chosen
            waitWords: page.waitWords
            onPicked: kind => page.counterChoice.choose(kind)
        }
        MaterialList {
            width: second.width
            height: implicitHeight
            materials: page.materials
            language: page.language
        }
        ErrandActs {
            visible: !page.placeAside
            width: second.width
            enabled: !page.taking.isBusy
            plan: page.floorPlan
            bookable: page.bookable
            onWhereWanted: page.floorPlan.show_errand()
            onTimeWanted: page.booking.begin_taken()
        }
    }
    Notice {
        id: notice
        objectName: "confirm_notice"
        visible: text !== ""
        anchors.left: take.left
        width: take.width
        height: visible ? implicitHeight : 0
        anchors.bottom: page.portrait ? options.top : take.top
        anchors.bottomMargin: visible ? Theme.gap : 0
        kind: page.refused || page.notToday !== "" || page.taking.inDoubt || page.taking.hasPrinter ? "caution" : "primary"
        text: page.noticeText
    }
    ConfirmOptions {
        id: options
        anchors.left: first.left
        width: first.width
        height: any ? implicitHeight : 0
        anchors.bottom: page.portrait ? take.top : parent.bottom
        anchors.bottomMargin: page.portrait ? (any ? Theme.gap : 0) : page.margin
        columns: page.portrait ? 1 : 2
        leastHeight: page.portrait ? Theme.target : take.height
        taking: page.taking
        phone: page.phone
        language: page.language
        onPriorityWanted: sheet.visible = true
    }
    TakeButton {
        id: take
        anchors.left: page.portrait ? parent.left : second.left
        anchors.leftMargin: page.portrait ? page.side : 0
        width: page.portrait ? first.width : second.width
        height: Theme.target * (page.portrait ? 1.6 : 1.35)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        taking: page.taking
        today: page.notToday === ""
        booking: page.booking
    }
    PrioritySheet {
        id: sheet
        anchors.fill: parent
        classes: page.taking.priorityClasses
        chosen: page.taking.priority
        language: page.language
        onClosed: visible = false
        onPicked: code => {
            page.taking.choose_priority(code);
            visible = false;
        }
    }
    PhoneSheet {
        anchors.fill: parent
        phone: page.phone
    }
}
