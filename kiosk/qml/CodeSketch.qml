pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Where the code is to be found that a page asks for: on a slip, or in a message on a telephone.
Column {
    id: sketch

    required property string example
    property string caption: ""
    property bool message: false
    // How high it may be in all; words and drawing share it.
    property real room: 0
    readonly property real drawn: Math.min(400 * Theme.unit, room - words.height - spacing)

    spacing: Theme.space(3)
    Accessible.ignored: true

    Item {
        // The words below say it; the number is nobody's.
        readonly property bool unspoken: true
        anchors.horizontalCenter: parent.horizontalCenter
        width: paper.width
        height: Math.max(0, sketch.drawn)

        Card {
            id: paper
            width: height * (sketch.message ? 1.5 : 1.3)
            height: parent.height
            radius: sketch.message ? Theme.radius * 1.6 : Theme.radius * 0.4

            Column {
                id: lines
                readonly property real stroke: paper.height * 0.045
                anchors.centerIn: parent
                width: parent.width * 0.8
                spacing: paper.height * 0.065

                Repeater {
                    model: sketch.message ? [0.5, 0.9] : [0.42]

                    Rectangle {
                        required property real modelData

                        anchors.horizontalCenter: sketch.message ? undefined : lines.horizontalCenter
                        width: lines.width * modelData
                        height: lines.stroke
                        radius: height / 2
                        color: Theme.border
                    }
                }
                Rectangle {
                    width: parent.width
                    height: paper.height * 0.34
                    radius: Theme.radius * 0.8
                    color: Theme.primarySoft
                    border.color: Theme.primary
                    border.width: 2 * Theme.stroke

                    Numeral {
                        objectName: "code_example"
                        anchors.centerIn: parent
                        width: parent.width * 0.9
                        horizontalAlignment: Text.AlignHCenter
                        text: sketch.example
                        color: Theme.primary
                        font.pixelSize: Math.max(1, parent.height * 0.62)
                        Accessible.ignored: true
                    }
                }
                Row {
                    spacing: lines.spacing

                    Column {
                        id: rest
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: lines.spacing

                        Repeater {
                            model: sketch.message ? [0.7] : [0.66, 0.5, 0.58]

                            Rectangle {
                                required property real modelData

                                width: lines.width * modelData
                                height: lines.stroke
                                radius: height / 2
                                color: Theme.border
                            }
                        }
                    }
                    QrSketch {
                        visible: !sketch.message
                        size: paper.height * 0.27
                    }
                }
            }
        }
    }
    Words {
        id: words
        objectName: "code_caption"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: sketch.caption
        color: Theme.quiet
    }
}
