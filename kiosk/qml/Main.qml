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
    required property var basket
    required property var counterChoice
    required property var floorPlan
    required property var recent
    required property var opinions
    required property var checklist
    required property var forms
    required property var checkIn
    required property var mine
    required property var readers
    required property var idle
    required property var clock
    required property var kiosk
    required property var access
    required property var help
    required property var staff
    required property var trial
    required property var night
    required property var pictures
    readonly property bool portrait: height >= width
    readonly property real room: height - practice.height
    readonly property bool visiting: journey.depth > 1
    readonly property bool settled: !guard.visible && !pages.busy
    // Everything that can be touched stands within reach of a wheelchair, and the hall's sign above it.
    readonly property bool low: access.low && visiting
    // Nobody is served, but somebody may want to read why, and in which language.
    readonly property bool framed: journey.pageName === "away" || (journey.pageName === "closed" && !night.isDark)
    // The last act was a key and not a touch: the focus goes along from page to page.
    property bool byKeys: false

    function show(name: string) {
        const page = { "attract": attract, "home": home, "take": take, "find": find, "zones": zones, "departments": departments,
            "life_stages": lifeStages, "bundles": bundles, "services": services, "guide": reading, "confirm": confirm, "basket": basketPage,
            "opinions": opinionsPage, "rate": ratePage, "rated": ratedPage, "opinion_kind": opinionKind, "opinion_topic": opinionTopic,
            "opinion_words": opinionWords, "opinion_sent": opinionSent, "opinion_receipt": opinionReceipt, "opinion_answer": opinionAnswer,
            "appointment": appointment, "mine": whoseNumber, "progress": whoseErrand, "my_number": myNumber, "my_progress": myProgress,
            "forms": formsPage, "form_notice": formNotice, "form": formPage, "form_preview": formPreview, "form_sign": formSign, "form_done": formDone,
            "still_open": stillOpen, "printer": printer, "slip": slip, "closed": closed, "away": away, "broken": broken }[name] as Component;
        pages.replace(page ?? blank);
        guard.again();
    }

    function readPage() {
        access.read(focusWay.words(pages.currentItem));
    }

    visible: false
    color: Theme.page
    LayoutMirroring.enabled: journey.isMirrored
    LayoutMirroring.childrenInherit: true
    onActiveFocusItemChanged: {
        if (focusWay.isOn(activeFocusItem)) {
            byKeys = true;
            if (!focusWay.leading)
                idle.touched();
            focusWay.follow(activeFocusItem);
        }
    }
    onSettledChanged: {
        if (!settled)
            return;
        if (byKeys && !focusWay.isOn(activeFocusItem))
            focusWay.enter(pages.currentItem);
        if (access.reads)
            readPage();
    }
    title: journey.language !== "" ? qsTr("Kiosk") : ""
    Component.onCompleted: show(journey.pageName)

    Binding {
        target: Theme
        property: "unit"
        value: Math.max(0.1, !window.low ? Math.min(Math.min(window.width, window.room) / 1080,
            Math.max(window.width, window.room) / 1920)
            : window.portrait ? Math.min(window.width / 1080, frame.height / 1768)
            : Math.min(window.width / 1920, frame.height / 960))
    }
    Binding {
        target: Theme
        property: "textScale"
        // A page that came down is smaller, and its words need not be.
        value: window.journey.largeText || (window.low && window.portrait) ? 1.25 : 1
    }
    Binding {
        target: Theme
        property: "motion"
        value: false
        when: window.access.still
    }
    FocusWay {
        id: focusWay
        stage: root
    }
    Connections {
        target: window.journey
        function onPage_changed() {
            window.show(window.journey.pageName);
        }
    }

    FocusScope {
        id: root
        anchors.fill: parent
        focus: true
        Keys.onPressed: event => {
            const here = window.activeFocusItem;
            const focused = here?.activeFocusOnTab ? here : null;
            switch (event.key) {
            case Qt.Key_Left:
            case Qt.Key_Right:
            case Qt.Key_Up:
            case Qt.Key_Down:
                if (focused)
                    focusWay.go(focused, (event.key === Qt.Key_Right) - (event.key === Qt.Key_Left),
                        (event.key === Qt.Key_Down) - (event.key === Qt.Key_Up));
                else
                    focusWay.enter(pages.currentItem);
                break;
            case Qt.Key_Escape:
            case Qt.Key_Back:
                if (window.journey.depth > 2)
                    window.journey.back();
                else if (window.journey.pageName === "home")
                    window.journey.finish();
                break;
            case Qt.Key_Return:
            case Qt.Key_Enter:
            case Qt.Key_Space:
                if (window.journey.pageName !== "attract")
                    return;
                window.journey.start();
                break;
            default:
                return;
            }
            window.byKeys = true;
            window.idle.touched();
            event.accepted = true;
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
            visible: hallName !== "" && !window.low && (window.visiting || window.framed)
            width: parent.width
            height: visible ? implicitHeight : 0
            hallName: window.hall.hallName[window.journey.language] ?? ""
            clock: window.clock
            basket: window.basket
            kiosk: window.kiosk
            access: window.access
            language: window.journey.language
            onReadWished: window.readPage()
        }
        LowHeader {
            visible: window.low
            anchors.top: practice.bottom
            anchors.bottom: frame.top
            width: parent.width
            hallName: window.hall.hallName[window.journey.language] ?? ""
            clock: window.clock
            kiosk: window.kiosk
            access: window.access
            language: window.journey.language
            notices: window.journey.notices
        }
        Item {
            id: frame
            objectName: "frame"
            width: parent.width
            height: window.room * (!window.low ? 1 : window.portrait ? 0.6 : 0.7)
            anchors.bottom: parent.bottom

            Pages {
                id: pages
                objectName: "pages"
                y: header.height
                width: parent.width
                height: bar.y - y
            }
            PlanSheet {
                anchors.fill: pages
                plan: window.floorPlan
                language: window.journey.language
            }
            BottomBar {
                id: bar
                anchors.bottom: parent.bottom
                width: parent.width
                height: visible ? implicitHeight : 0
                visible: window.visiting || window.framed
                journey: window.journey
                taking: window.taking
                idle: window.idle
                access: window.access
                help: window.help
            }
            HelpButton {
                objectName: "attract_help_button"
                onClicked: window.journey.start()
                kind: "plain"
                visible: window.journey.pageName === "attract"
                anchors.right: parent.right
                anchors.rightMargin: bar.side
                anchors.bottom: parent.bottom
                anchors.bottomMargin: (bar.implicitHeight - height) / 2
                help: window.help
            }
            AccessibilitySheet {
                id: wishes
                anchors.fill: parent
                access: window.access
                journey: window.journey
                onVisibleChanged: {
                    if (visible && window.byKeys)
                        focusWay.enter(wishes);
                }
            }
            HelpSheet {
                id: helping
                anchors.fill: parent
                help: window.help
                phone: window.hall.phone
                onVisibleChanged: {
                    if (visible && window.byKeys)
                        focusWay.enter(helping);
                }
            }
        }
        ScanNotice {
            x: Theme.space(6)
            width: parent.width - 2 * x
            y: frame.y + frame.height - bar.implicitHeight - height - Theme.space(4)
            readers: window.readers
            language: window.journey.language
        }
        TouchGuard {
            id: guard
            anchors.fill: parent
        }
        IdleNotice {
            id: notice
            anchors.fill: frame
            idle: window.idle
            journey: window.journey
            onVisibleChanged: {
                if (visible && window.byKeys)
                    focusWay.enter(notice);
            }
        }
        StaffLayer {
            anchors.fill: parent
            staff: window.staff
            trial: window.trial
            journey: window.journey
            hall: window.hall
            kiosk: window.kiosk
        }
        StaffGesture {
            anchors.fill: parent
            z: 10
            staff: window.staff
        }
        Item {
            anchors.fill: parent
            z: 10

            PointHandler {
                acceptedButtons: Qt.AllButtons
                onActiveChanged: {
                    window.byKeys = false;
                    window.idle.touched();
                    window.journey.linger();
                }
            }
        }
    }

    Component { id: blank; Item { objectName: "blank_page" } }
    Component { id: attract; AttractPage { journey: window.journey; hall: window.hall; clock: window.clock; kiosk: window.kiosk; pictures: window.pictures } }
    Component { id: home; HomePage { journey: window.journey; hall: window.hall; help: window.help } }
    Component { id: take; TakePage { journey: window.journey; hall: window.hall; recent: window.recent } }
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
            basket: window.basket
            forms: window.forms
            floorPlan: window.floorPlan
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
            basket: window.basket
            forms: window.forms
            floorPlan: window.floorPlan
            counterChoice: window.counterChoice
        }
    }
    Component { id: basketPage; BasketPage { journey: window.journey; hall: window.hall; basket: window.basket } }
    Component { id: appointment; AppointmentPage { journey: window.journey; hall: window.hall; checkIn: window.checkIn; readers: window.readers } }
    Component { id: whoseNumber; MinePage { journey: window.journey; hall: window.hall; mine: window.mine; readers: window.readers } }
    Component { id: whoseErrand; MinePage { journey: window.journey; hall: window.hall; mine: window.mine; readers: window.readers; progress: true } }
    Component { id: myNumber; MyNumberPage { journey: window.journey; hall: window.hall; mine: window.mine; taking: window.taking } }
    Component { id: myProgress; MyProgressPage { journey: window.journey; hall: window.hall; mine: window.mine } }
    Component { id: formsPage; FormsPage { journey: window.journey; hall: window.hall; forms: window.forms } }
    Component { id: formNotice; FormNoticePage { journey: window.journey; hall: window.hall; forms: window.forms } }
    Component { id: formPage; FormPage { journey: window.journey; hall: window.hall; forms: window.forms } }
    Component { id: formPreview; FormPreviewPage { journey: window.journey; hall: window.hall; forms: window.forms } }
    Component { id: formSign; FormSignPage { journey: window.journey; hall: window.hall; forms: window.forms } }
    Component {
        id: formDone
        FormDonePage { journey: window.journey; hall: window.hall; forms: window.forms; taking: window.taking; kiosk: window.kiosk }
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
        SlipPage { journey: window.journey; hall: window.hall; taking: window.taking; idle: window.idle; forms: window.forms; floorPlan: window.floorPlan }
    }
    Component { id: opinionsPage; OpinionsPage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: ratePage; RatePage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: ratedPage; RatedPage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: opinionKind; OpinionKindPage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: opinionTopic; OpinionTopicPage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: opinionWords; OpinionWordsPage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: opinionReceipt; OpinionReceiptPage { journey: window.journey; hall: window.hall; opinions: window.opinions } }
    Component { id: opinionSent; OpinionToldPage { journey: window.journey; hall: window.hall; opinions: window.opinions; sent: true } }
    Component { id: opinionAnswer; OpinionToldPage { journey: window.journey; hall: window.hall; opinions: window.opinions; sent: false } }
    Component { id: closed; ClosedPage { journey: window.journey; hall: window.hall; clock: window.clock; night: window.night } }
    Component { id: broken; BrokenPage { journey: window.journey; hall: window.hall } }
    Component { id: away; AwayPage { journey: window.journey; hall: window.hall } }
}
