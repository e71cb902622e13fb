import QtQuick
import Jiaohao

// Several services before one number is taken for all of them: what to bring, where to go, what may go out again.
KioskPage {
    id: page

    required property var basket
    readonly property var current: basket.page
    // What this page says, also while it leaves and the visit is forgotten already.
    property var chosen: ({})
    readonly property var materials: chosen.materials ?? []
    readonly property var services: chosen.services ?? []
    readonly property real margin: Theme.space(portrait ? 5 : 3)
    readonly property string notToday: say(chosen.notToday)

    objectName: "basket_page"
    onCurrentChanged: {
        if (current.name)
            chosen = current;
    }

    ScrollArea {
        id: first
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? parent.width - 2 * page.side : (parent.width - 3 * page.side) * 0.56
        anchors.top: parent.top
        anchors.topMargin: page.margin
        anchors.bottom: page.portrait ? notice.top : parent.bottom
        anchors.bottomMargin: page.portrait ? Theme.gap : page.margin
        spacing: Theme.space(page.portrait ? 3 : 2)

        PageTitle {
            objectName: "page_title"
            width: first.width
            text: qsTr("One number for these services")
        }
        BasketList {
            width: first.width
            services: page.services
            language: page.language
            onRemoved: code => page.basket.remove(code)
        }
        BundleHint {
            visible: (page.chosen.bundle?.code ?? "") !== ""
            width: first.width
            height: visible ? implicitHeight : 0
            bundle: page.chosen.bundle ?? ({})
            language: page.language
            onTaken: code => page.journey.choose_bundle(code)
        }
        ErrandCard {
            width: first.width
            height: implicitHeight
            errand: page.chosen
            hall: page.hall
            language: page.language
            wait: page.waitWords(page.hall.waits[page.chosen.queues?.[0] ?? ""]?.["P0"])
            waits: (page.chosen.stops ?? []).map(stop => page.waitWords(page.hall.waits[stop.queue]?.["P0"]))
        }
        ServiceFacts {
            width: first.width
            errand: page.chosen
            language: page.language
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

        MaterialList {
            width: second.width
            height: implicitHeight
            materials: page.materials
            language: page.language
        }
    }
    Notice {
        id: notice
        objectName: "basket_notice"
        visible: text !== ""
        anchors.left: acts.left
        width: acts.width
        height: visible ? implicitHeight : 0
        anchors.bottom: acts.top
        anchors.bottomMargin: visible ? Theme.gap : 0
        kind: page.notToday !== "" ? "caution" : "primary"
        text: page.notToday !== "" ? page.notToday
            : page.basket.isFull ? qsTr("No more services fit on one number.") : ""
    }
    Row {
        id: acts
        anchors.left: page.portrait ? parent.left : second.left
        anchors.leftMargin: page.portrait ? page.side : 0
        width: page.portrait ? first.width : second.width
        height: Theme.target * (page.portrait ? 1.5 : 1.25)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        spacing: Theme.gap

        BigButton {
            id: another
            objectName: "another_service_button"
            visible: !page.basket.isFull
            width: (acts.width - acts.spacing) / 2
            height: acts.height
            kind: "secondary"
            font.pixelSize: Theme.label
            iconName: "plus"
            text: qsTr("Add a service")
            onClicked: page.basket.add_another()
        }
        BigButton {
            objectName: "proceed_button"
            width: acts.width - (another.visible ? another.width + acts.spacing : 0)
            height: acts.height
            enabled: page.notToday === ""
            iconName: "next"
            text: qsTr("Go on")
            onClicked: page.basket.proceed()
        }
    }
}
