import QtQuick
import Jiaohao

// 进度查询: what of the errand is done, what came of it, and what its person does next.
KioskPage {
    id: page

    required property var mine
    readonly property var current: mine.errand
    // What this page says, also while it leaves and the visit is forgotten already.
    property var errand: ({})
    readonly property bool over: errand.isOver === true
    readonly property var missing: errand.missing ?? []
    readonly property real margin: Theme.space(portrait ? 5 : 2.5)
    readonly property string next: !over
            ? (errand.state === "missed" ? qsTr("You were called, but nobody came. See under “My number” whether you may come back.")
                : errand.calledTo ? qsTr("Please go to window %1.").arg(errand.calledTo)
                : qsTr("Please wait until your number is called."))
        : errand.state === "cancelled" ? qsTr("The number was given back. Take a new one when you need it.")
        : errand.state === "expired" ? qsTr("The number is no longer valid. Take a new one when you need it.")
        : errand.outcome === "to_be_corrected" ? qsTr("Please bring what is missing, and take a new number.")
        : say(errand.promised) !== "" ? qsTr("It will be done by %1. Bring the receipt to collect it.").arg(say(errand.promised))
        : errand.outcome === "accepted" ? qsTr("The hall is working on it. The date stands on your receipt.")
        : errand.outcome === "completed" ? qsTr("Everything is done. Nothing is left for you to do.")
        : errand.outcome === "refused" ? qsTr("It was not accepted. The window tells you the reasons in writing.")
        : qsTr("Nothing was handed in. Take a new number when you want to go on.")

    objectName: "my_progress_page"
    onCurrentChanged: {
        if (current.number)
            errand = current;
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        text: qsTr("Number %1 of %2").arg(page.errand.number ?? "").arg(page.say(page.errand.day))
        x: page.side
        y: page.margin
        width: page.width - 2 * page.side
    }
    ScrollArea {
        id: done
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? page.width - 2 * page.side : (page.width - 3 * page.side) * 0.56
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 4 : 2)
        spacing: Theme.gap
        height: page.portrait ? Math.min(stops.height + known.implicitHeight + Theme.space(4), acts.y - y - ahead.height - Theme.space(4) - page.margin)
            : page.height - y - page.margin

        StepCard {
            id: stops
            width: done.width
            steps: page.errand.steps ?? []
            language: page.language
        }
        Words {
            id: known
            objectName: "what_is_known"
            width: done.width
            text: qsTr("This shows what happened at the windows of this hall. Ask there how far the department has come.")
            color: Theme.quiet
            font.pixelSize: Theme.caption
        }
    }
    Column {
        id: ahead
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.portrait ? done.y + done.height + Theme.space(3) : done.y
        width: page.portrait ? done.width : page.width - 3 * page.side - done.width
        spacing: Theme.gap

        Notice {
            objectName: "next_notice"
            width: parent.width
            strong: true
            pixelSize: Theme.button
            kind: page.errand.outcome === "completed" && page.over ? "good"
                : page.errand.state === "missed" || page.errand.outcome === "to_be_corrected" ? "caution" : "primary"
            iconName: page.errand.outcome === "completed" && page.over ? "check" : "next"
            text: page.next
        }
        Notice {
            objectName: "missing_notice"
            visible: page.missing.length > 0 || (page.errand.remark ?? "") !== ""
            width: parent.width
            iconName: "form"
            text: qsTr("Missing: %1").arg(page.missing.map(m => page.say(m)).concat(page.errand.remark ? [page.errand.remark] : [])
                .join(page.language === "zh" ? "；" : "; "))
        }
    }
    Column {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: page.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        width: ahead.width
        spacing: Theme.gap

        BigButton {
            objectName: "show_number_button"
            visible: !page.over
            width: parent.width
            kind: "secondary"
            iconName: "my-ticket"
            text: qsTr("My number")
            onClicked: page.mine.show_number()
        }
        BigButton {
            objectName: "rate_button"
            visible: page.errand.mayBeRated === true
            width: parent.width
            kind: "secondary"
            iconName: "star"
            text: qsTr("Rate my errand")
            onClicked: page.mine.rate()
        }
    }
}
