import QtQuick
import QtQuick.Templates as T

// A button to touch. `kind`: "primary" (one a page), "secondary", "quiet" (no ground), "danger".
T.AbstractButton {
    id: button

    property string kind: "primary"
    property string iconName: ""
    readonly property bool filled: kind === "primary" || kind === "danger"
    readonly property color ground: !enabled ? Theme.surfaceSunken
        : kind === "danger" ? Theme.bad
        : kind === "primary" ? (down ? Theme.primaryPressed : Theme.primary)
        : down ? Theme.primarySoft
        : kind === "quiet" ? "transparent" : Theme.surface
    // What cannot be pressed yet may still say what is to be done first.
    readonly property color ink: !enabled ? Theme.quiet : filled ? Theme.onPrimary : Theme.primary
    readonly property real sign: iconName !== "" ? Theme.button * 1.15 + row.spacing : 0

    implicitHeight: Math.max(Theme.target, label.implicitHeight + Theme.space(4))
    implicitWidth: Math.ceil(sign + label.implicitWidth + Theme.space(10))
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Theme.button
    font.bold: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        radius: Theme.radius
        color: button.ground
        border.width: button.kind === "secondary" || !button.enabled ? Theme.stroke : 0
        border.color: button.enabled ? Theme.primary : Theme.border

        Rectangle {
            visible: button.filled && button.enabled
            anchors.fill: parent
            radius: Theme.radius
            opacity: button.down ? 0 : 0.12
            gradient: Gradient {
                GradientStop { position: 0; color: Theme.surface }
                GradientStop { position: 0.5; color: "transparent" }
            }
        }
        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.space(2)
            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                color: button.ink
                size: Theme.button * 1.15
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                id: label
                // A button of a sign alone has it in its middle.
                visible: text !== ""
                // Words of a longer language become smaller before they leave their button.
                width: Math.max(1, Math.min(implicitWidth, button.width - button.sign - Theme.space(4)))
                text: button.text
                font: button.font
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.max(1, Math.min(button.font.pixelSize, Theme.captionSize * Theme.unit * 0.7))
                horizontalAlignment: Text.AlignHCenter
                color: button.ink
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
