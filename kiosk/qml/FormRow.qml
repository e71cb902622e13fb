import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One field: its name, what is in it, and what is to be done there. Touched, it is filled in.
T.AbstractButton {
    id: row

    required property string value
    required property string hint
    required property bool needed
    // "" or "fault", "missing", "warning"; and its words.
    property string level: ""
    property string fault: ""
    readonly property bool wrong: level === "fault" || level === "missing"
    readonly property color ink: wrong ? Theme.bad : level === "warning" ? Theme.caution : Theme.good
    readonly property bool done: value !== "" && level === ""
    // There is room for larger words.
    property bool roomy: false
    readonly property int small: roomy ? Theme.body : Theme.caption
    readonly property int large: roomy ? Theme.button : Theme.label

    implicitHeight: Math.max(Theme.target * 1.15, words.implicitHeight + Theme.space(3))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text + (value !== "" ? ": " + value : needed ? "" : ", " + qsTr("may be left empty"))
    Accessible.description: fault !== "" ? fault : hint
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        radius: Theme.radius * 0.7
        color: row.down ? Theme.primarySoft : row.wrong ? Theme.badSoft : Theme.surface
        border.width: row.level !== "" ? 2 * Theme.stroke : Theme.stroke
        border.color: row.level !== "" ? row.ink : row.done ? Theme.good : Theme.border

        FocusRing { shown: row.visualFocus }
    }

    contentItem: Item {
        Column {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: Theme.space(3)
            anchors.right: sign.left
            anchors.rightMargin: Theme.space(2)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space(0.5)

            Words {
                width: parent.width
                text: row.text + (row.needed ? "" : "  " + qsTr("(may be left empty)"))
                color: row.value !== "" ? Theme.quiet : Theme.text
                bold: row.value === ""
                font.pixelSize: row.value !== "" ? row.small : row.large
            }
            Words {
                // Others in the hall would hear it.
                readonly property bool unspoken: true
                width: parent.width
                visible: text !== ""
                text: row.value
                bold: true
                font.pixelSize: row.large
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: row.fault !== "" ? row.fault : row.value === "" ? row.hint : ""
                color: row.fault !== "" ? row.ink : Theme.quiet
                bold: row.fault !== ""
                font.pixelSize: row.small
            }
        }
        Icon {
            id: sign
            anchors.right: parent.right
            anchors.rightMargin: Theme.space(3)
            anchors.verticalCenter: parent.verticalCenter
            name: row.level !== "" ? "warning" : row.done ? "check" : "arrow-right"
            color: row.level !== "" || row.done ? row.ink : Theme.primary
            size: Theme.button * 1.2
        }
    }
}
