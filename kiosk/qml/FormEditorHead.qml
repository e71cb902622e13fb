pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What is asked, what was typed so far, at once what to do about it, and the way on.
Item {
    id: head

    required property var model
    required property var field
    required property string language
    // The acts at its foot, for there is room.
    property bool tall: false
    property var engine: null
    readonly property alias input: typed.input
    readonly property bool types: !["choice", "multi", "consent"].includes(field.pad)
    readonly property string advice: say(model.advice)
    readonly property bool chooses: field.pad === "choice"

    function say(words: var): string {
        return words ? words[language] ?? "" : "";
    }

    implicitHeight: rows.implicitHeight + (tall ? acts.height + Theme.gap : 0)

    Column {
        id: rows
        width: parent.width
        spacing: Theme.space(1.5)

        Item {
            width: parent.width
            height: Math.max(label.implicitHeight, close.height)

            Words {
                id: label
                objectName: "editor_label"
                anchors.left: parent.left
                anchors.right: close.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: head.say(head.field.label)
                bold: true
                font.pixelSize: Theme.heading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            BigButton {
                id: close
                objectName: "editor_close_button"
                anchors.right: parent.right
                width: Theme.target
                height: Theme.target
                kind: "secondary"
                iconName: "close"
                text: ""
                Accessible.name: qsTr("Close")
                onClicked: head.model.close()
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gap

            TypedAnswer {
                id: typed
                visible: head.types
                width: parent.width - (beside.visible ? beside.width + parent.spacing : 0)
                model: head.model
                field: head.field
                language: head.language
                engine: head.engine
                faulty: head.advice !== "" && !head.model.isCaution
            }
            EditorActs {
                id: beside
                visible: !head.tall && !head.chooses
                width: visible ? (head.field.needed ? 260 : 480) * Theme.unit : 0
                height: head.types ? typed.height : Theme.target * 1.1
                model: head.model
                needed: head.field.needed ?? true
            }
        }
        Words {
            objectName: "editor_advice"
            width: parent.width
            text: head.advice !== "" ? head.advice : head.say(head.field.hint)
            color: head.advice === "" ? Theme.quiet : head.model.isCaution ? Theme.caution : Theme.bad
            bold: head.advice !== ""
            font.pixelSize: head.advice !== "" ? Theme.label : Theme.body
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    EditorActs {
        id: acts
        visible: head.tall && (!head.chooses || !(head.field.needed ?? true))
        width: parent.width
        height: Theme.target * 1.3
        anchors.bottom: parent.bottom
        model: head.model
        needed: head.field.needed ?? true
        onlyEmpty: head.chooses
    }
}
