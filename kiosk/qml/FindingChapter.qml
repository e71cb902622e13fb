pragma ComponentBehavior: Bound
import QtQuick

// The ways to a service, and what there is to know about it.
QtObject {
    id: chapter

    required property var models

    readonly property Component take: TakePage { journey: chapter.models.journey; hall: chapter.models.hall; recent: chapter.models.recent }
    readonly property Component find: FindPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        finding: chapter.models.finding
    }
    readonly property Component zones: ZonesPage { journey: chapter.models.journey; hall: chapter.models.hall }
    readonly property Component departments: DepartmentsPage { journey: chapter.models.journey; hall: chapter.models.hall }
    readonly property Component life_stages: LifeStagesPage { journey: chapter.models.journey; hall: chapter.models.hall }
    readonly property Component bundles: BundlesPage { journey: chapter.models.journey; hall: chapter.models.hall }
    readonly property Component services: ServicesPage { journey: chapter.models.journey; hall: chapter.models.hall }
    readonly property Component guide: GuidePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        guide: chapter.models.guide
        checklist: chapter.models.checklist
        kiosk: chapter.models.kiosk
        basket: chapter.models.basket
        booking: chapter.models.booking
        forms: chapter.models.forms
        floorPlan: chapter.models.floorPlan
    }
    readonly property Component basket: BasketPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        basket: chapter.models.basket
    }
}
