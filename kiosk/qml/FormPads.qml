pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The pad that a field needs: choices as tiles, digits, letters, or pinyin.
Item {
    id: pads

    required property var model
    required property var field
    required property string language
    required property bool large
    required property bool wide
    required property TextInput input
    // Whether the sheet is shown at all.
    required property bool open
    readonly property string pad: field.pad
    readonly property real lines: pad === "text" ? 6 : pad === "letters" ? 4 : pad === "consent" ? 6 : 5
    // How high it would like to be.
    readonly property real wanted: pad === "choice" || pad === "multi" ? choiceRows * (choiceHeight + Theme.gap)
        : lines * (Theme.target * 1.12 + Theme.space(1.25))
    readonly property int choiceColumns: (field.choices?.length ?? 0) > 12 ? (wide ? 3 : 3) : 2
    readonly property int choiceRows: Math.min(7, Math.ceil((field.choices?.length ?? 0) / choiceColumns))
    readonly property real choiceHeight: (large ? 150 : 124) * Theme.unit

    Loader {
        id: loader
        anchors.fill: parent
        active: pads.open
        sourceComponent: ({ "choice": choices, "multi": choices, "digits": digits, "date": digits,
            "letters": letters, "text": text, "consent": consent })[pads.pad] ?? null
    }

    Component {
        id: choices

        PagedGrid {
            id: grid
            columns: pads.choiceColumns
            leastHeight: pads.choiceHeight
            mostHeight: pads.choiceHeight * 1.2
            model: pads.field.choices ?? []
            delegate: ChoiceButton {
                required property var modelData

                objectName: "choice_" + modelData.code
                width: grid.cellWidth - Theme.gap
                height: grid.cellHeight - Theme.gap
                text: modelData.label[pads.language] ?? ""
                chosen: pads.model.chosen.includes(modelData.code)
                onClicked: pads.model.choose(modelData.code)
            }
        }
    }
    Component {
        id: digits

        DigitPad {
            point: pads.field.point ?? false
            forever: pads.field.endless ?? false
            onPressed: sign => pads.model.press(sign)
            onErased: pads.model.erase()
            onForeverChosen: pads.model.choose_forever()
        }
    }
    Component {
        id: letters

        LetterPad {
            keyHeight: Math.min(Theme.target * 1.2, (pads.height - 3 * between) / 4)
            onPressed: sign => pads.model.press(sign)
            onErased: pads.model.erase()
            onCleared: pads.model.clear()
        }
    }
    Component {
        id: text

        TextPad {
            input: pads.input
            chinese: pads.language === "zh"
            model: pads.model
        }
    }
    Component {
        id: consent

        Item {
            ScrollArea {
                id: area
                ground: Theme.surface
                anchors.top: parent.top
                anchors.bottom: tick.top
                anchors.bottomMargin: Theme.gap
                width: parent.width

                Words {
                    width: area.width
                    text: pads.field.text ? pads.field.text[pads.language] ?? "" : ""
                    font.pixelSize: Theme.button
                    lineHeight: 1.3
                }
            }
            CheckRow {
                id: tick
                objectName: "editor_tick"
                width: parent.width
                anchors.bottom: parent.bottom
                text: pads.field.tick ? pads.field.tick[pads.language] ?? "" : ""
                done: pads.model.typed !== ""
                onClicked: pads.model.tick()
            }
        }
    }
}
