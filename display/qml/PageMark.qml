import QtQuick
import Jiaohao

// Which page of how many is open.
Words {
    required property int number
    required property int count

    text: "%1 / %2".arg(number).arg(count)
    color: Theme.quiet
    font.pixelSize: Theme.caption
    font.features: Theme.figures
}
