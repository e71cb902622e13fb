import QtQuick
import Jiaohao

// A sheet that shows the strokes of a finger. Where they are is kept elsewhere, from 0 to 1 across the sheet.
Rectangle {
    id: pad

    required property var strokes
    // How much wider than high the box on the paper is.
    readonly property real sheetShape: 3
    signal begun(x: real, y: real)
    signal drawn(x: real, y: real)

    radius: Theme.radius
    color: Theme.surface
    border.width: 2 * Theme.stroke
    border.color: Theme.borderStrong
    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Box for the signature")
    onStrokesChanged: ink.requestPaint()

    Rectangle {
        x: Theme.space(6)
        width: parent.width - Theme.space(12)
        y: parent.height * 0.78
        height: Theme.stroke
        color: Theme.border
    }
    Words {
        visible: pad.strokes.length === 0
        anchors.centerIn: parent
        text: qsTr("Sign here")
        color: Theme.border
        font.pixelSize: Theme.title * 1.4
        Accessible.ignored: true
    }
    Canvas {
        id: ink

        property var last: null

        anchors.fill: parent
        renderStrategy: Canvas.Immediate
        onWidthChanged: requestPaint()
        onHeightChanged: requestPaint()
        onPaint: {
            const brush = getContext("2d");
            brush.reset();
            brush.strokeStyle = Theme.text;
            brush.lineWidth = 7 * Theme.unit;
            brush.lineCap = "round";
            brush.lineJoin = "round";
            for (const stroke of pad.strokes) {
                brush.beginPath();
                brush.moveTo(stroke[0][0] * width, stroke[0][1] * height);
                for (const [x, y] of stroke.length > 1 ? stroke : [stroke[0], stroke[0]])
                    brush.lineTo(x * width, y * height + (stroke.length > 1 ? 0 : 0.1));
                brush.stroke();
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        Accessible.ignored: true
        onPressed: event => pad.begun(event.x / width, event.y / height)
        onPositionChanged: event => pad.drawn(event.x / width, event.y / height)
    }
}
