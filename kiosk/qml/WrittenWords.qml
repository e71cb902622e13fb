pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Several lines that a citizen writes, and how many more characters fit.
Rectangle {
    id: field

    property alias text: edit.text
    readonly property alias input: edit
    required property int fits
    property string hint: ""
    signal written(words: string)

    radius: Theme.radius
    color: Theme.surface
    border.width: edit.activeFocus ? 2 * Theme.stroke : Theme.stroke
    border.color: edit.activeFocus ? Theme.primary : Theme.borderStrong

    Flickable {
        id: view
        anchors.fill: parent
        anchors.margins: Theme.space(2.5)
        anchors.bottomMargin: count.height + Theme.space(3)
        contentHeight: edit.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        function follow(line: rect) {
            if (line.y < contentY)
                contentY = line.y;
            else if (line.y + line.height > contentY + height)
                contentY = line.y + line.height - height;
        }

        TextEdit {
            id: edit
            width: view.width
            height: Math.max(implicitHeight, view.height)
            focus: true
            activeFocusOnTab: true
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            color: Theme.text
            selectionColor: Theme.primary
            selectedTextColor: Theme.onPrimary
            font.family: Theme.family
            font.pixelSize: Theme.body
            inputMethodHints: Qt.ImhMultiLine
            Accessible.role: Accessible.EditableText
            Accessible.name: field.hint
            cursorDelegate: TypingMark { writing: edit.activeFocus }
            onCursorRectangleChanged: view.follow(cursorRectangle)
            onTextChanged: field.written(text)
        }
    }
    Words {
        visible: edit.length === 0 && edit.preeditText === ""
        x: Theme.space(2.5)
        y: Theme.space(2.5)
        width: parent.width - Theme.space(5)
        text: field.hint
        color: Theme.quiet
    }
    Words {
        id: count
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(1.5)
        anchors.rightMargin: Theme.space(2.5)
        text: qsTr("%1 more characters").arg(field.fits)
        color: Theme.quiet
        font.pixelSize: Theme.caption
    }
}
