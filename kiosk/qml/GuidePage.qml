import QtQuick
import Jiaohao

// Everything to know before coming to the counter (办事指南): to be ticked, printed, and gone on from.
KioskPage {
    id: page

    required property var guide
    required property var checklist
    required property var kiosk
    required property var basket
    required property var booking
    required property var forms
    required property var floorPlan
    readonly property var current: guide.page
    // What this page says, also while it leaves and the visit is forgotten already.
    property var facts: ({})
    readonly property var materials: facts.materials ?? []
    readonly property var sections: facts.sections ?? []
    readonly property real margin: Theme.space(portrait ? 5 : 3)

    objectName: "guide_page"
    onCurrentChanged: {
        if (current.name)
            facts = current;
    }

    ScrollArea {
        id: first
        objectName: "guide_facts"
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? parent.width - 2 * page.side : (parent.width - 3 * page.side) * 0.5
        anchors.top: parent.top
        anchors.topMargin: page.margin
        anchors.bottom: printed.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.space(page.portrait ? 3 : 2)

        Item {
            width: first.width
            height: Math.max(title.implicitHeight, keep.visible ? keep.height : 0)

            PageTitle {
                id: title
                objectName: "page_title"
                anchors.left: parent.left
                width: parent.width - (keep.visible ? keep.width + Theme.gap : 0)
                text: page.say(page.facts.name)
            }
            BigButton {
                id: keep
                objectName: "collect_button"
                visible: page.facts.isBundle === false && page.basket.takesMore
                anchors.right: parent.right
                width: Math.floor(implicitWidth - Theme.space(3))
                kind: "secondary"
                font.pixelSize: Theme.label
                iconName: "basket"
                text: qsTr("Collect")
                Accessible.name: qsTr("Collect several services for one number")
                onClicked: page.basket.put_read()
            }
        }
        Words {
            width: first.width
            text: page.say(page.facts.department)
            color: Theme.quiet
            font.pixelSize: Theme.label
        }
        Chip {
            objectName: "nearer_chip"
            anchors.left: parent.left
            visible: (page.facts.sites ?? []).length > 0
            kind: "primary"
            iconName: "place"
            text: qsTr("Also nearer to your home")
        }
        FormOffer {
            width: first.width
            names: page.forms.ofGuide
            language: page.language
            onClicked: page.forms.begin_read()
        }
        BigButton {
            objectName: "sample_button"
            visible: page.guide.samples.pictures.length > 0
            width: first.width
            height: visible ? Theme.target : 0
            kind: "secondary"
            font.pixelSize: Theme.label
            iconName: "paper"
            text: qsTr("See a sample")
            onClicked: page.guide.samples.open()
        }
        EffortCard {
            width: first.width
            height: implicitHeight
            efforts: page.facts.efforts ?? ({})
        }
        PromiseCard {
            width: first.width
            height: implicitHeight
            promises: page.forms.promises
            language: page.language
        }
        MaterialCheck {
            visible: page.portrait
            width: first.width
            height: implicitHeight
            materials: page.materials
            have: page.guide.have
            language: page.language
            onTicked: material => page.guide.tick(material)
        }
        GuideSections {
            width: first.width
            height: implicitHeight
            sections: page.sections
            language: page.language
        }
        SiteList {
            visible: page.portrait && sites.length > 0
            width: first.width
            height: implicitHeight
            sites: page.facts.sites ?? []
            language: page.language
        }
        ErrandCard {
            width: first.width
            height: implicitHeight
            errand: page.facts
            hall: page.hall
            language: page.language
            wait: page.waitWords(page.hall.waits[page.facts.queues?.[0] ?? ""]?.["P0"])
            waits: (page.facts.stops ?? []).map(stop => page.waitWords(page.hall.waits[stop.queue]?.["P0"]))
        }
        WhereButton {
            width: first.width
            plan: page.floorPlan
            onClicked: page.floorPlan.show_guide()
        }
    }
    ScrollArea {
        id: second
        visible: !page.portrait
        anchors.left: first.right
        anchors.leftMargin: page.side
        width: parent.width - first.width - 3 * page.side
        anchors.top: first.top
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.space(2)

        MaterialCheck {
            width: second.width
            height: implicitHeight
            materials: page.materials
            have: page.guide.have
            language: page.language
            onTicked: material => page.guide.tick(material)
        }
        SiteList {
            visible: !page.portrait && sites.length > 0
            width: second.width
            height: implicitHeight
            sites: page.facts.sites ?? []
            language: page.language
        }
    }
    ChecklistNotice {
        id: printed
        pixelSize: page.portrait ? Theme.body : Theme.caption
        visible: text !== ""
        anchors.left: first.left
        width: first.width
        height: visible ? implicitHeight : 0
        anchors.bottom: missing.top
        anchors.bottomMargin: visible ? Theme.space(1.5) : 0
        checklist: page.checklist
        kiosk: page.kiosk
        language: page.language
    }
    MissingLine {
        id: missing
        // Large letters need the room on a wide screen until there is something to say.
        visible: materials.length > 0 && (begun || page.portrait || !page.journey.largeText)
        pixelSize: page.portrait ? Theme.body : Theme.caption
        anchors.left: first.left
        width: first.width
        height: visible ? implicitHeight : 0
        anchors.bottom: page.portrait ? acts.top : parent.bottom
        anchors.bottomMargin: !page.portrait ? page.margin : visible ? Theme.gap : 0
        materials: page.materials
        have: page.guide.have
        language: page.language
    }
    GuideActs {
        id: acts
        anchors.left: page.portrait ? first.left : second.left
        width: page.portrait ? first.width : second.width
        height: Theme.target * (page.portrait ? 1.5 : 1.25)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        checklist: page.checklist
        kiosk: page.kiosk
        today: page.say(page.facts.notToday) === ""
        issuing: page.hall.isIssuing
        bookable: page.booking.ofGuide
        onBooked: page.booking.begin_read()
        onTaken: page.journey.take_from_guide()
    }
    SampleSheet {
        anchors.fill: parent
        samples: page.guide.samples
        language: page.language
    }
}
