pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What was typed so far, as large as it fits: text with a cursor, digits in groups, a date in its three places.
Rectangle {
    id: box

    required property var model
    required property var field
    required property string language
    required property bool faulty
    readonly property alias input: entry
    // Others in the hall would hear it.
    readonly property bool unspoken: true
    readonly property string pad: field.pad
    readonly property string digits: model.typed
    readonly property string unit: field.unit ? field.unit[language] ?? "" : ""

    function dated(): string {
        if (digits === "long-term")
            return qsTr("no end");
        const shown = digits + "________".slice(digits.length);
        return field.month ? qsTr("Year %1, month %2").arg(shown.slice(0, 4)).arg(shown.slice(4, 6))
            : qsTr("Year %1, month %2, day %3").arg(shown.slice(0, 4)).arg(shown.slice(4, 6)).arg(shown.slice(6, 8));
    }

    radius: Theme.radius
    color: Theme.surfaceSunken
    border.width: 2 * Theme.stroke
    border.color: faulty ? Theme.bad : Theme.primary
    clip: true

    Numeral {
        objectName: "typed_answer"
        visible: box.pad !== "text"
        x: Theme.space(3)
        width: parent.width - Theme.space(6) - (mark.visible ? mark.width : 0)
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: box.pad === "date" ? box.dated() : box.digits
        font.pixelSize: Theme.title
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption
        elide: Text.ElideLeft
        Accessible.role: Accessible.StaticText
        Accessible.name: box.digits
    }
    Words {
        id: mark
        visible: box.unit !== "" && box.pad === "digits"
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
        text: box.unit
        color: Theme.quiet
        font.pixelSize: Theme.label
    }
    Flickable {
        id: view
        visible: box.pad === "text"
        x: Theme.space(3)
        width: parent.width - Theme.space(6)
        height: parent.height
        contentWidth: Math.max(width, entry.implicitWidth + Theme.space(2))
        interactive: contentWidth > width
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        TextInput {
            id: entry
            objectName: "typed_text"
            width: view.contentWidth
            height: view.height
            verticalAlignment: TextInput.AlignVCenter
            focus: true
            color: Theme.text
            font.family: Theme.family
            font.pixelSize: Theme.heading
            selectByMouse: false
            // Nothing that is typed here may be learnt by an input method.
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhPreferLowercase
            Accessible.role: Accessible.EditableText
            Accessible.name: box.field.label ? box.field.label[box.language] ?? "" : ""
            cursorDelegate: TypingMark { writing: entry.activeFocus }
            onTextChanged: {
                if (box.pad === "text")
                    box.model.write(entry.text);
            }
            onCursorRectangleChanged: view.contentX = Math.max(0, Math.min(view.contentWidth - view.width,
                cursorRectangle.x - view.width + Theme.space(4)))
            onAccepted: box.model.accept()
            Keys.onEscapePressed: box.model.close()
        }
    }
    Connections {
        target: box.model
        function onChanged() {
            if (box.model.page.pad === "text" && entry.text !== box.model.typed)
                entry.text = box.model.typed;
        }
    }
}
