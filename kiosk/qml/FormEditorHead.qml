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
    // All of it in one line, for the pad needs the height.
    property bool flat: false
    readonly property alias input: typed.input
    readonly property bool types: !["choice", "multi", "consent"].includes(field.pad)
    readonly property string advice: say(model.advice)
    readonly property bool chooses: field.pad === "choice"
    readonly property bool needed: field.needed ?? true
    readonly property real beforeClose: width - close.width - Theme.gap

    function say(words: var): string {
        return words ? words[language] ?? "" : "";
    }

    implicitHeight: advice.y + advice.height + (tall ? acts.height + Theme.gap : 0)

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
    Words {
        id: label
        objectName: "editor_label"
        anchors.left: parent.left
        width: head.flat ? parent.width * 0.2 : head.beforeClose
        height: head.flat ? Theme.target : Math.max(Theme.target, implicitHeight)
        verticalAlignment: Text.AlignVCenter
        text: head.say(head.field.label)
        bold: true
        font.pixelSize: head.flat ? Theme.button : Theme.heading
        fontSizeMode: head.flat ? Text.Fit : Text.FixedSize
        minimumPixelSize: Theme.captionSize * Theme.unit
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    TypedAnswer {
        id: typed
        visible: head.types
        anchors.left: head.flat ? label.right : parent.left
        anchors.leftMargin: head.flat ? Theme.gap : 0
        y: head.flat ? 0 : label.height + Theme.space(1.5)
        width: (head.flat ? head.beforeClose - label.width - Theme.gap : head.width)
            - (beside.visible ? beside.width + Theme.gap : 0)
        height: Theme.target * (head.flat ? 1 : 1.15)
        model: head.model
        field: head.field
        language: head.language
        faulty: head.advice !== "" && !head.model.isCaution
    }
    EditorActs {
        id: beside
        visible: !head.tall && (!head.chooses || !head.needed)
        anchors.left: typed.visible ? typed.right : parent.left
        anchors.leftMargin: typed.visible ? Theme.gap : 0
        y: typed.y
        width: !typed.visible ? head.width : (head.needed ? 240 : 520) * Theme.unit
        height: typed.height
        model: head.model
        needed: head.needed
        onlyEmpty: head.chooses
    }
    Words {
        id: advice
        objectName: "editor_advice"
        y: (typed.visible || beside.visible ? typed.y + typed.height : label.height) + Theme.space(1)
        width: parent.width
        text: head.advice !== "" ? head.advice : head.say(head.field.hint)
        color: head.advice === "" ? Theme.quiet : head.model.isCaution ? Theme.caution : Theme.bad
        bold: head.advice !== ""
        font.pixelSize: head.flat ? Theme.caption : head.advice !== "" ? Theme.label : Theme.body
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    EditorActs {
        id: acts
        visible: head.tall && (!head.chooses || !head.needed)
        width: parent.width
        height: Theme.target * 1.3
        anchors.bottom: parent.bottom
        model: head.model
        needed: head.needed
        onlyEmpty: head.chooses
    }
}
