pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The kiosk's window: where I am above, the page in the middle, what always helps below.
Window {
    id: window

    required property var journey
    required property var hall
    required property var taking
    required property var phone
    required property var finding
    required property var guide
    required property var checklist
    required property var idle
    required property var clock
    required property var kiosk
    readonly property bool portrait: height >= width
    readonly property real room: height - practice.height
    readonly property bool visiting: journey.depth > 1
    readonly property bool settled: !guard.visible && !pages.busy

    function show(name: string) {
        const page = { "attract": attract, "home": home, "take": take, "find": find, "zones": zones, "departments": departments,
            "life_stages": lifeStages, "bundles": bundles, "services": services, "guide": reading, "confirm": confirm,
            "still_open": stillOpen, "printer": printer, "slip": slip, "closed": closed, "away": away, "broken": broken }[name] as Component;
        pages.replace(page ?? blank);
        guard.again();
    }

    visible: false
    color: Theme.page
    title: journey.language !== "" ? qsTr("Kiosk") : ""
    Component.onCompleted: show(journey.pageName)

    Binding {
        target: Theme
        property: "unit"
        value: Math.max(0.1, Math.min(Math.min(window.width, window.room) / 1080,
            Math.max(window.width, window.room) / 1920))
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.journey.largeText ? 1.25 : 1
    }
    Connections {
        target: window.journey
        function onPage_changed() {
            window.show(window.journey.pageName);
        }
    }

    PracticeBand {
        id: practice
        shown: window.hall.practice
        width: parent.width
        size: Math.min(window.width, window.height) / 48
    }
    HallHeader {
        id: header
        anchors.top: practice.bottom
        // A hall that was never seen has no name, and nobody knows its time.
        visible: hallName !== "" && (window.visiting || window.journey.pageName === "closed"
            || window.journey.pageName === "away")
        width: parent.width
        height: visible ? implicitHeight : 0
        hallName: window.hall.hallName[window.journey.language] ?? ""
        clock: window.clock
    }
    Pages {
        id: pages
        objectName: "pages"
        anchors.top: header.bottom
        anchors.bottom: bar.top
        width: parent.width
    }
    BottomBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: window.visiting || window.journey.pageName === "closed"
            || window.journey.pageName === "away"
        journey: window.journey
        taking: window.taking
        idle: window.idle
        kiosk: window.kiosk
    }
    TouchGuard {
        id: guard
        anchors.fill: parent
    }
    IdleNotice {
        anchors.fill: parent
        idle: window.idle
        journey: window.journey
    }
    Item {
        anchors.fill: parent
        z: 10

        PointHandler {
            acceptedButtons: Qt.AllButtons
            onActiveChanged: window.idle.touched()
        }
    }

    Component { id: blank; Item { objectName: "blank_page" } }
    Component { id: attract; AttractPage { journey: window.journey; hall: window.hall; clock: window.clock; kiosk: window.kiosk } }
    Component { id: home; HomePage { journey: window.journey; hall: window.hall } }
    Component { id: take; TakePage { journey: window.journey; hall: window.hall } }
    Component { id: find; FindPage { journey: window.journey; hall: window.hall; finding: window.finding } }
    Component { id: zones; ZonesPage { journey: window.journey; hall: window.hall } }
    Component { id: departments; DepartmentsPage { journey: window.journey; hall: window.hall } }
    Component { id: lifeStages; LifeStagesPage { journey: window.journey; hall: window.hall } }
    Component { id: bundles; BundlesPage { journey: window.journey; hall: window.hall } }
    Component { id: services; ServicesPage { journey: window.journey; hall: window.hall } }
    Component {
        id: reading
        GuidePage {
            journey: window.journey
            hall: window.hall
            guide: window.guide
            checklist: window.checklist
            kiosk: window.kiosk
        }
    }
    Component {
        id: confirm
        ConfirmPage {
            journey: window.journey
            hall: window.hall
            taking: window.taking
            phone: window.phone
            kiosk: window.kiosk
        }
    }
    Component {
        id: stillOpen
        StillOpenPage { journey: window.journey; hall: window.hall; taking: window.taking }
    }
    Component {
        id: printer
        PrinterPage { journey: window.journey; hall: window.hall; taking: window.taking; kiosk: window.kiosk }
    }
    Component {
        id: slip
        SlipPage { journey: window.journey; hall: window.hall; taking: window.taking; idle: window.idle }
    }
    Component { id: closed; ClosedPage { journey: window.journey; hall: window.hall } }
    Component { id: broken; BrokenPage { journey: window.journey; hall: window.hall } }
    Component { id: away; AwayPage { journey: window.journey; hall: window.hall } }
}
