pragma ComponentBehavior: Bound
import QtQuick

// Those who have a number or an appointment already.
QtObject {
    id: chapter

    required property var models

    readonly property Component appointment: AppointmentPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        checkIn: chapter.models.checkIn
        booking: chapter.models.booking
        readers: chapter.models.readers
    }
    readonly property Component mine: MinePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        mine: chapter.models.mine
        readers: chapter.models.readers
    }
    readonly property Component progress: MinePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        mine: chapter.models.mine
        readers: chapter.models.readers
        progress: true
    }
    readonly property Component my_number: MyNumberPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        mine: chapter.models.mine
        taking: chapter.models.taking
    }
    readonly property Component my_progress: MyProgressPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        mine: chapter.models.mine
    }
}
