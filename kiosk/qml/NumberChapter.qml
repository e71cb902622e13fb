pragma ComponentBehavior: Bound
import QtQuick

// The number: what it is for, and what becomes of it.
QtObject {
    id: chapter

    required property var models

    readonly property Component confirm: ConfirmPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        taking: chapter.models.taking
        phone: chapter.models.phone
        booking: chapter.models.booking
        kiosk: chapter.models.kiosk
        basket: chapter.models.basket
        forms: chapter.models.forms
        floorPlan: chapter.models.floorPlan
        counterChoice: chapter.models.counterChoice
    }
    readonly property Component still_open: StillOpenPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        taking: chapter.models.taking
    }
    readonly property Component printer: PrinterPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        taking: chapter.models.taking
        kiosk: chapter.models.kiosk
    }
    readonly property Component slip: SlipPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        taking: chapter.models.taking
        idle: chapter.models.idle
        forms: chapter.models.forms
        floorPlan: chapter.models.floorPlan
    }
}
