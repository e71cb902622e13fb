import QtQuick
import Jiaohao

// Earlier and later, and which page of how many this is.
Item {
    id: turner

    required property int page
    required property int pages
    readonly property real each: (width - place.width) / 2 - Theme.gap
    signal turned(by: int)

    implicitHeight: Theme.target

    BigButton {
        objectName: "page_up_button"
        visible: turner.page > 0
        width: turner.each
        height: parent.height
        kind: "secondary"
        iconName: "arrow-up"
        text: qsTr("Previous")
        onClicked: turner.turned(-1)
    }
    Numeral {
        id: place
        objectName: "page_place"
        anchors.centerIn: parent
        width: 160 * Theme.unit
        horizontalAlignment: Text.AlignHCenter
        text: (turner.page + 1) + " / " + turner.pages
        color: Theme.quiet
        font.pixelSize: Theme.label
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Page %1 of %2").arg(turner.page + 1).arg(turner.pages)
    }
    BigButton {
        objectName: "page_down_button"
        visible: turner.page < turner.pages - 1
        anchors.right: parent.right
        width: turner.each
        height: parent.height
        kind: "secondary"
        iconName: "arrow-down"
        text: qsTr("More")
        onClicked: turner.turned(1)
    }
}
