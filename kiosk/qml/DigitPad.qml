pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Ten digits as on a telephone, a point or "no end" where the field has them, and a key to take one back.
Grid {
    id: keys

    property bool point: false
    property bool forever: false
    // Nobody listens to the names of keys before the page is over.
    readonly property bool unspoken: true
    readonly property real keyWidth: (width - (columns - 1) * spacing) / columns
    readonly property real keyHeight: Math.min(Theme.target * 1.35, (height - 3 * spacing) / 4)
    // Keys stand everywhere as on every keyboard.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    signal pressed(sign: string)
    signal erased
    signal foreverChosen

    columns: 3
    spacing: Theme.space(1.5)

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        PadKey {
            required property string modelData

            objectName: "digit_" + modelData
            width: keys.keyWidth
            height: keys.keyHeight
            text: modelData
            onClicked: keys.pressed(modelData)
        }
    }
    Item {
        width: keys.keyWidth
        height: keys.keyHeight

        PadKey {
            objectName: keys.point ? "digit_point" : "digit_forever"
            visible: keys.point || keys.forever
            anchors.fill: parent
            text: keys.point ? "." : qsTr("No end")
            onClicked: {
                if (keys.point)
                    keys.pressed(".");
                else
                    keys.foreverChosen();
            }
        }
    }
    PadKey {
        objectName: "digit_0"
        width: keys.keyWidth
        height: keys.keyHeight
        text: "0"
        onClicked: keys.pressed("0")
    }
    PadKey {
        objectName: "digit_erase"
        width: keys.keyWidth
        height: keys.keyHeight
        iconName: "back"
        text: qsTr("Erase")
        onClicked: keys.erased()
    }
}
