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
    required property var booking
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
        pages.replace(book.page(name));
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

    PageBook {
        id: book
        models: window
    }
    PageScale {
        window: window
        room: window.room
        frameHeight: frame.height
        low: window.low
        largeText: window.journey.largeText
        still: window.access.still
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
        Keys.forwardTo: [keys]

        VisitKeys {
            id: keys
            focusWay: focusWay
            journey: window.journey
            page: pages.currentItem
            onPressed: {
                window.byKeys = true;
                window.idle.touched();
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
            notices: window.journey.lists.notices
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
                basket: window.basket
                low: window.low
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
            x: Theme.space(3)
            width: parent.width - 2 * x
            height: Math.max(implicitHeight, header.height - Theme.space(3))
            // Over the sign of the hall: what is to be touched stays free.
            y: window.low ? frame.y - height - Theme.space(3) : frame.y + Theme.space(1.5)
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
}
