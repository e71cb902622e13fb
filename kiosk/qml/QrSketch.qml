pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// What a QR code looks like, without being one.
Item {
    id: sketch

    required property real size
    readonly property real dot: size / 9
    readonly property var corners: [[0, 0], [6, 0], [0, 6]]
    readonly property var dots: [[4, 0], [4, 2], [3, 4], [5, 4], [7, 4], [1, 4], [4, 6], [6, 6], [8, 6], [5, 8], [7, 8], [8, 5]]

    width: size
    height: size

    Repeater {
        model: sketch.corners

        Rectangle {
            required property var modelData

            x: modelData[0] * sketch.dot
            y: modelData[1] * sketch.dot
            width: 3 * sketch.dot
            height: width
            color: "transparent"
            border.width: sketch.dot * 0.8
            border.color: Theme.borderStrong
        }
    }
    Repeater {
        model: sketch.dots

        Rectangle {
            required property var modelData

            x: modelData[0] * sketch.dot
            y: modelData[1] * sketch.dot
            width: sketch.dot
            height: width
            color: Theme.borderStrong
        }
    }
}
