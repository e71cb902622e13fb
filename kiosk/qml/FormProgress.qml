pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// How many pages there are, and which one this is: in words and as bars.
Column {
    id: progress

    required property int number
    required property int steps

    spacing: Theme.space(1)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words.text

    Words {
        id: words
        objectName: "form_progress"
        width: progress.width
        text: qsTr("Page %1 of %2").arg(progress.number).arg(progress.steps)
        color: Theme.quiet
        font.pixelSize: Theme.label
    }
    Row {
        width: progress.width
        spacing: Theme.space(1)

        Repeater {
            model: progress.steps

            Rectangle {
                required property int index

                width: (progress.width - (progress.steps - 1) * Theme.space(1)) / progress.steps
                height: 12 * Theme.unit
                radius: height / 2
                color: index < progress.number ? Theme.primary : Theme.borderStrong
                opacity: index < progress.number ? 1 : 0.5
            }
        }
    }
}
