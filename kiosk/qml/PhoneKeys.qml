pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Ten digits as on a telephone, and one key to take the last one back.
Grid {
    id: keys

    property real keyHeight: Theme.target * 1.15
    // Nobody listens to the names of keys before the page is over.
    readonly property bool unspoken: true
    readonly property real keyWidth: (width - (columns - 1) * spacing) / columns
    // Keys stand everywhere as on every keyboard.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    signal pressed(digit: string)
    signal erased

    columns: 3
    spacing: Theme.gap

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"]

        Item {
            id: place

            required property string modelData

            width: keys.keyWidth
            height: keys.keyHeight

            BigButton {
                objectName: "phone_key_" + place.modelData
                visible: place.modelData !== ""
                anchors.fill: parent
                kind: "secondary"
                font.pixelSize: Theme.title
                text: place.modelData
                onClicked: keys.pressed(place.modelData)
            }
        }
    }
    BigButton {
        objectName: "phone_erase_button"
        width: keys.keyWidth
        height: keys.keyHeight
        kind: "secondary"
        text: qsTr("Erase")
        onClicked: keys.erased()
    }
}
