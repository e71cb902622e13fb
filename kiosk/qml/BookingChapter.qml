pragma ComponentBehavior: Bound
import QtQuick

// A time to come: which day, which half hour, for whom, and its code.
QtObject {
    id: chapter

    required property var models

    readonly property Component book_day: BookDayPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        booking: chapter.models.booking
    }
    readonly property Component book_slot: BookSlotPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        booking: chapter.models.booking
    }
    readonly property Component book_person: BookPersonPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        booking: chapter.models.booking
    }
    readonly property Component booked: BookedPage {
        kiosk: chapter.models.kiosk
        journey: chapter.models.journey
        hall: chapter.models.hall
        booking: chapter.models.booking
    }
}
