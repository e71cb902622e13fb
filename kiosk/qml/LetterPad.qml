pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Digits and letters in the order of every keyboard: enough for pinyin and initials, and no input method.
Column {
    id: pad

    readonly property real between: Theme.space(1.25)
    readonly property real keyWidth: (width - 9 * between) / 10
    property real keyHeight: Theme.target
    // Nobody listens to the names of keys before the page is over.
    readonly property bool unspoken: true
    // Keys stand everywhere as on every keyboard.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    signal pressed(sign: string)
    signal erased
    signal cleared

    objectName: "letter_pad"
    spacing: between

    Repeater {
        model: ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]

        Row {
            id: line

            required property string modelData
            required property int index

            leftPadding: index === 2 ? (pad.keyWidth + pad.between) / 2 : 0
            spacing: pad.between

            Repeater {
                model: line.modelData.split("")

                PadKey {
                    required property string modelData

                    objectName: "key_" + modelData
                    width: pad.keyWidth
                    height: pad.keyHeight
                    text: modelData
                    onClicked: pad.pressed(modelData)
                }
            }
            PadKey {
                objectName: "erase_key"
                visible: line.index === 3
                width: pad.keyWidth * 1.5 + pad.between * 0.5
                height: pad.keyHeight
                iconName: "back"
                text: qsTr("Erase")
                onClicked: pad.erased()
            }
            PadKey {
                objectName: "clear_key"
                visible: line.index === 3
                width: pad.keyWidth * 1.5 + pad.between * 0.5
                height: pad.keyHeight
                iconName: "close"
                text: qsTr("Clear")
                onClicked: pad.cleared()
            }
        }
    }
}
