pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Which form, and for what. Where none can be filled in, why, and who helps.
KioskPage {
    id: page

    required property var forms
    // Kept while the page leaves: the form whose errands are listed, if it is a list of errands.
    property var form: ({})
    readonly property bool ofErrands: !!form.code
    readonly property string shelfState: forms.shelf.stateName
    readonly property var entries: ofErrands ? form.errands : shelfState === "ready" ? forms.shelf.forms : []

    objectName: "forms_page"
    Component.onCompleted: form = forms.listed

    PageTitle {
        id: sentence
        objectName: "page_title"
        x: page.side
        width: parent.width - 2 * page.side
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.portrait ? 5 : 3)
        text: page.ofErrands ? qsTr("What is it for?") : qsTr("Which form would you like to fill in?")
    }
    Words {
        id: which
        x: page.side
        width: sentence.width
        anchors.top: sentence.bottom
        anchors.topMargin: Theme.space(1)
        text: page.ofErrands ? page.say(page.form.name)
            : qsTr("Fill it in here and sign with a finger. The counter has it before you come.")
        color: Theme.quiet
        font.pixelSize: Theme.label
    }
    PagedGrid {
        id: grid
        visible: page.entries.length > 0
        x: page.side
        width: parent.width - 2 * page.side
        anchors.top: which.bottom
        anchors.topMargin: Theme.space(page.portrait ? 4 : 3)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        columns: page.portrait ? (page.journey.largeText ? 1 : 2) : page.journey.largeText ? 2 : 3
        leastHeight: (page.portrait ? 190 : 150) * Theme.unit
        mostHeight: 230 * Theme.unit
        model: page.entries
        delegate: ChoiceTile {
            required property var modelData

            objectName: (page.ofErrands ? "errand_" : "form_") + modelData.code
            width: grid.cellWidth - Theme.gap
            height: grid.cellHeight - Theme.gap
            iconName: modelData.isBundle ? "bundle" : "form"
            text: page.say(modelData.name)
            nameSize: Theme.label
            detail: page.say(modelData.use)
            onClicked: {
                if (page.ofErrands)
                    page.forms.choose_errand(modelData.code);
                else
                    page.forms.choose_form(modelData.code);
            }
        }
    }
    Card {
        objectName: "forms_notice"
        visible: page.entries.length === 0 && page.shelfState !== "ready" && page.shelfState !== "reading"
        x: page.side
        width: parent.width - 2 * page.side
        anchors.top: grid.top
        height: why.implicitHeight + Theme.space(10)

        Words {
            id: why
            objectName: "forms_notice_words"
            x: Theme.space(5)
            width: parent.width - Theme.space(10)
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.heading
            text: qsTr("Forms cannot be filled in here today. Please take a number: the counter fills in the form with you.")
        }
    }
}
