pragma ComponentBehavior: Bound
import QtQuick

// Where nobody is served yet, or nobody can be.
QtObject {
    id: chapter

    required property var models

    readonly property Component attract: AttractPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        clock: chapter.models.clock
        kiosk: chapter.models.kiosk
        pictures: chapter.models.pictures
    }
    readonly property Component home: HomePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        help: chapter.models.help
        booking: chapter.models.booking
    }
    readonly property Component closed: ClosedPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        clock: chapter.models.clock
        night: chapter.models.night
        booking: chapter.models.booking
    }
    readonly property Component away: AwayPage { journey: chapter.models.journey; hall: chapter.models.hall }
    readonly property Component broken: BrokenPage { journey: chapter.models.journey; hall: chapter.models.hall }
}
