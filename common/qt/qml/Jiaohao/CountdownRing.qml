import QtQuick
import QtQuick.Shapes

// Seconds left as a closing ring with the figure inside.
Item {
    id: ring

    required property int seconds
    required property int total
    property real size: Theme.title * 1.8
    property color color: Theme.primary

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%n second(s) left", "", ring.seconds)

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.border
            strokeWidth: ring.size * 0.09
            fillColor: "transparent"
            PathAngleArc {
                centerX: ring.size / 2
                centerY: ring.size / 2
                radiusX: ring.size * 0.44
                radiusY: ring.size * 0.44
                startAngle: 0
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: ring.color
            strokeWidth: ring.size * 0.09
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.size / 2
                centerY: ring.size / 2
                radiusX: ring.size * 0.44
                radiusY: ring.size * 0.44
                startAngle: -90
                sweepAngle: ring.total > 0 ? 360 * Math.min(1, ring.seconds / ring.total) : 0
                Behavior on sweepAngle { NumberAnimation { duration: Theme.duration(200) } }
            }
        }
    }
    Numeral {
        anchors.centerIn: parent
        text: ring.seconds
        font.pixelSize: Math.max(1, Math.round(ring.size * 0.4))
    }
}
