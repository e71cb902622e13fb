import QtQuick
import QtQuick.Templates as T
import Jiaohao

// A button of the bottom bar: a picture above a word, as wide as all others, so that six fit an upright screen. Its word is
// as large as large type is, in both sizes of type: the bar stays where it is.
T.AbstractButton {
    id: button

    property string iconName: ""
    // A sign instead of a picture, such as 中.
    property string sign: ""
    // "plain", "strong" (the one that always helps), or "on" (what it switches is on).
    property string kind: "plain"
    // There is room for larger words.
    property bool roomy: false
    readonly property real part: roomy ? 1.25 * Theme.unit : Theme.unit
    readonly property color ink: !enabled ? Theme.disabled : kind === "plain" ? Theme.primary : Theme.onPrimary

    width: 140 * part
    height: 124 * Theme.unit
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        radius: Theme.radius
        color: button.kind !== "plain" && button.enabled ? (button.down ? Theme.primaryPressed : Theme.primary)
            : button.down ? Theme.border : Theme.primarySoft

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        Icon {
            visible: button.sign === ""
            anchors.horizontalCenter: parent.horizontalCenter
            y: (28 - 21 * (button.roomy ? 1.1 : 1)) * Theme.unit
            name: button.iconName
            color: button.ink
            size: 42 * Theme.unit * (button.roomy ? 1.1 : 1)
        }
        Words {
            visible: button.sign !== ""
            width: parent.width
            y: 28 * Theme.unit - height / 2
            horizontalAlignment: Text.AlignHCenter
            text: button.sign
            bold: true
            color: button.ink
            font.pixelSize: 40 * Theme.unit
        }
        Words {
            x: Theme.space(0.5)
            width: parent.width - Theme.space(1)
            y: 50 * Theme.unit
            height: button.height - y
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: button.text
            bold: true
            color: button.ink
            font.pixelSize: Theme.captionSize * button.part
            lineHeight: 0.8
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.captionSize * Theme.unit * 0.6
        }
    }
}
