pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// One field, filled in with the pad that it needs. The page behind it waits.
FocusScope {
    id: editor

    required property var forms
    required property string language
    property bool large: false
    readonly property var model: forms.editor
    readonly property var current: model.page
    // What is shown, also while it closes.
    property var field: ({ "pad": "" })
    readonly property string pad: field.pad
    // A page that came down is nearly square: pads stand below what is typed, near the hand.
    readonly property bool wide: width > 1.2 * height
    // The pad beside what is typed, not below it.
    readonly property bool beside: wide && pad !== "text" && pad !== "letters"
    readonly property real margin: Theme.space(wide ? 3 : 4)

    function say(words: var): string {
        return words ? words[language] ?? "" : "";
    }

    objectName: "form_editor"
    visible: model.isOpen
    onCurrentChanged: {
        if (current.pad)
            field = current;
    }
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    Keys.onEscapePressed: editor.model.close()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            editor.model.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            editor.model.accept();
        else if (event.text.length === 1 && event.text > " ")
            editor.model.press(event.text);
        else
            return;
        event.accepted = true;
    }

    // Not to be seen through: what was answered before is nobody else's business.
    Rectangle {
        anchors.fill: parent
        color: Theme.surfaceSunken
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onClicked: editor.model.close()
    }
    // Where one is, in place of the page that cannot be seen.
    Column {
        id: where
        readonly property var step: editor.forms.filling.step
        visible: sheet.y > height + Theme.space(8)
        x: Theme.space(6)
        y: (sheet.y - height) / 2
        width: parent.width - 2 * x
        spacing: Theme.space(2)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 140 * Theme.unit
            height: width
            radius: width / 2
            color: Theme.surface

            Icon {
                anchors.centerIn: parent
                name: "form"
                color: Theme.primary
                size: parent.width * 0.54
            }
        }
        Words {
            objectName: "editor_form"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: editor.forms.filling.formNames.map(name => editor.say(name)).join(" · ")
            bold: true
            font.pixelSize: Theme.label
        }
        Words {
            visible: text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: editor.say(where.step.title)
            color: Theme.quiet
        }
        FormProgress {
            visible: steps > 1
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width * 0.6
            number: where.step.number ?? 1
            steps: where.step.steps ?? 1
        }
    }
    Card {
        id: sheet
        x: Theme.space(editor.wide ? 4 : 3)
        width: parent.width - 2 * x
        height: Math.min(parent.height - Theme.space(4), 2 * editor.margin + Theme.space(2)
            + (editor.beside ? Math.max(head.implicitHeight, pads.wanted) : head.implicitHeight + pads.wanted))
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(2)

        MouseArea {
            anchors.fill: parent
            Accessible.ignored: true
        }
        FormEditorHead {
            id: head
            anchors.left: parent.left
            anchors.leftMargin: editor.margin
            y: editor.margin
            width: editor.beside ? (parent.width - 3 * editor.margin) * 0.44 : parent.width - 2 * editor.margin
            height: editor.beside ? parent.height - 2 * editor.margin : implicitHeight
            model: editor.model
            field: editor.field
            language: editor.language
            tall: editor.beside
            flat: editor.wide && !editor.beside
        }
        FormPads {
            id: pads
            anchors.left: editor.beside ? head.right : parent.left
            anchors.leftMargin: editor.margin
            y: editor.beside ? editor.margin : head.y + head.height + Theme.space(2)
            width: parent.width - 2 * editor.margin - (editor.beside ? head.width + editor.margin : 0)
            height: parent.height - y - editor.margin
            model: editor.model
            field: editor.field
            language: editor.language
            large: editor.large
            wide: editor.wide
            input: head.input
            open: editor.visible
        }
    }
}
