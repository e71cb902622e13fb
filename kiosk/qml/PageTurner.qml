import QtQuick
import Jiaohao

// Earlier and later, and which page of how many this is.
Item {
    id: turner

    required property int page
    required property int pages
    signal turned(by: int)

    implicitHeight: Theme.target

    BigButton {
        objectName: "page_up_button"
        width: (parent.width - place.width) / 2 - Theme.gap
        height: parent.height
        kind: "secondary"
        iconName: "arrow-up"
        enabled: turner.page > 0
        text: qsTr("Previous")
        onClicked: turner.turned(-1)
    }
    Words {
        id: place
        objectName: "page_place"
        anchors.centerIn: parent
        width: 180 * Theme.unit
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Page %1 of %2").arg(turner.page + 1).arg(turner.pages)
        color: Theme.quiet
        wrapMode: Text.Wrap
    }
    BigButton {
        objectName: "page_down_button"
        anchors.right: parent.right
        width: (parent.width - place.width) / 2 - Theme.gap
        height: parent.height
        kind: "secondary"
        iconName: "arrow-down"
        enabled: turner.page < turner.pages - 1
        text: qsTr("More")
        onClicked: turner.turned(1)
    }
}
