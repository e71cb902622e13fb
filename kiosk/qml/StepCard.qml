import QtQuick
import Jiaohao

// The stops of an errand on a sheet of their own.
Card {
    id: card

    required property var steps
    required property string language

    height: list.implicitHeight + Theme.space(8)

    StepList {
        id: list
        x: Theme.space(4)
        y: Theme.space(4)
        width: card.width - Theme.space(8)
        steps: card.steps
        language: card.language
    }
}
