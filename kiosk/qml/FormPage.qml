pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// One page of a form: its fields in a column, and the way on.
KioskPage {
    id: page

    required property var forms
    readonly property var current: forms.filling.step
    // What this page shows, also while it leaves.
    property var shown: ({ "rows": [], "derived": [], "number": 1, "steps": 1, "toDo": 0, "stopped": false })
    property int mine: -1
    readonly property bool open: forms.editor.isOpen
    readonly property real wide: width - 2 * side
    readonly property real margin: Theme.space(portrait ? 4 : 2.5)

    objectName: "form_page"
    onCurrentChanged: take()
    onOpenChanged: take()

    // Nothing changes below a field that is being filled in.
    function take() {
        if (!open && current.rows && (mine < 0 || mine === current.number)) {
            mine = current.number;
            shown = current;
        }
    }

    PageTitle {
        id: sentence
        objectName: "page_title"
        anchors.left: parent.left
        anchors.leftMargin: page.side
        width: page.portrait ? page.wide : page.wide * 0.6
        anchors.top: parent.top
        anchors.topMargin: page.margin
        text: page.say(page.shown.title)
    }
    Words {
        id: names
        objectName: "form_names"
        visible: page.portrait
        x: page.side
        width: page.wide
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(0.5)
        text: page.forms.filling.formNames.map(name => page.say(name)).join(" · ")
        color: Theme.quiet
    }
    FormProgress {
        id: progress
        anchors.right: parent.right
        anchors.rightMargin: page.side
        y: page.portrait ? names.y + names.height + Theme.space(2) : sentence.y
        width: page.portrait ? page.wide : page.wide * 0.36
        number: page.shown.number
        steps: page.shown.steps
    }
    ScrollArea {
        id: area
        objectName: "form_rows"
        enabled: !page.open
        x: page.side
        width: page.wide
        anchors.top: page.portrait ? progress.bottom : sentence.bottom
        anchors.topMargin: Theme.space(page.portrait ? 3 : 2)
        anchors.bottom: card.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.space(1.5)

        Grid {
            id: grid
            width: area.width
            columns: page.portrait ? 1 : 2
            readonly property int lines: Math.ceil(page.shown.rows.length / columns)
            // Few fields may be larger.
            readonly property bool roomy: !page.journey.largeText && lines <= (page.portrait ? 7 : 3)
            readonly property real tallest: roomy ? Math.min(Theme.target * 1.45, (area.height - Theme.caption * 2) / lines - rowSpacing) : 0
            columnSpacing: Theme.gap
            rowSpacing: Theme.space(1.5)

            Repeater {
                model: page.shown.rows

                FormRow {
                    required property var modelData

                    objectName: "field_" + modelData.key
                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    height: Math.max(implicitHeight, grid.tallest)
                    roomy: grid.roomy
                    text: page.say(modelData.label)
                    hint: page.say(modelData.hint)
                    value: page.say(modelData.value)
                    needed: modelData.needed
                    level: modelData.level
                    fault: page.say(modelData.fault)
                    onClicked: page.forms.editor.open(modelData.key)
                }
            }
        }
        Words {
            objectName: "form_derived"
            // Others in the hall would hear it.
            readonly property bool unspoken: true
            visible: page.shown.derived.length > 0
            width: area.width
            text: qsTr("Known from the document number: %1").arg(
                page.shown.derived.map(row => page.say(row.label) + " " + page.say(row.value)).join(" · "))
            color: Theme.good
            font.pixelSize: Theme.body
        }
    }
    Notice {
        id: card
        objectName: "form_card_notice"
        readonly property string told: page.say(page.forms.cardAdvice)
        visible: page.forms.asksCard || told !== ""
        x: page.side
        width: page.wide
        height: visible ? implicitHeight : 0
        anchors.bottom: advice.top
        anchors.bottomMargin: visible ? Theme.gap : 0
        kind: "primary"
        iconName: "person"
        pixelSize: page.portrait ? Theme.body : Theme.caption
        text: told !== "" ? told : qsTr("With an identity card: put it on the reader, and this page fills itself in.")
    }
    Notice {
        id: advice
        objectName: "form_advice"
        visible: page.shown.stopped
        x: page.side
        width: page.wide
        height: visible ? implicitHeight : 0
        anchors.bottom: on.top
        anchors.bottomMargin: visible ? Theme.gap : 0
        iconName: "warning"
        pixelSize: page.portrait ? Theme.body : Theme.caption
        text: qsTr("Please complete what is marked: %1").arg(page.shown.toDo)
    }
    BigButton {
        id: on
        objectName: "form_next_button"
        enabled: !page.open
        x: page.side
        width: page.wide
        height: Theme.target * (page.portrait ? 1.4 : 1.15)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.margin
        text: page.shown.number === page.shown.steps ? qsTr("Go on to the overview") : qsTr("Next page")
        iconName: "arrow-right"
        onClicked: page.forms.filling.next()
    }
    FormEditor {
        anchors.fill: parent
        forms: page.forms
        language: page.language
        large: page.journey.largeText
    }
}
