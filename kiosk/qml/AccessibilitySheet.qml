import QtQuick
import Jiaohao

// How this kiosk is easier to see, to hear and to reach; every wish holds at once, and for this visit only.
Sheet {
    id: sheet

    required property var access
    required property var journey
    // Its title and its last button stand apart, so that wishes never push them off a screen.
    readonly property int across: wide ? 2 : 1
    readonly property real each: (grid.width - (across - 1) * Theme.gap) / across

    objectName: "accessibility_sheet"
    visible: access.isOpen && journey.depth > 1 && !journey.isInterrupted
    wantedWidth: (wide ? 1720 : 960) * Theme.unit
    wantedHeight: title.height + grid.height + done.height + Theme.space(wide ? 14 : 18)
    onClosed: access.close()

    PageTitle {
        id: title
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space(5)
        y: Theme.space(sheet.wide ? 4 : 5)
        horizontalAlignment: Text.AlignLeft
        font.pixelSize: Theme.heading
        text: qsTr("Ease of use, for this visit")
    }
    Grid {
        id: grid
        x: Theme.space(5)
        width: parent.width - Theme.space(10)
        anchors.top: title.bottom
        anchors.topMargin: Theme.space(3)
        columns: sheet.across
        spacing: sheet.wide ? Theme.space(2) : Theme.gap

        WishButton {
            objectName: "wish_large"
            width: sheet.each
            iconName: "enlarge-text"
            text: qsTr("Large text")
            detail: qsTr("Bigger words, simpler pages, twice the time")
            on: sheet.journey.largeText
            onClicked: sheet.journey.switch_text_size()
        }
        WishButton {
            objectName: "wish_contrast"
            width: sheet.each
            iconName: "contrast"
            text: qsTr("High contrast")
            detail: qsTr("Light words on black")
            on: sheet.access.highContrast
            onClicked: sheet.access.switch_contrast()
        }
        WishButton {
            objectName: "wish_low"
            width: sheet.each
            iconName: "wheelchair"
            text: qsTr("Within reach")
            detail: qsTr("All buttons in the lower part of the screen")
            on: sheet.access.low
            onClicked: sheet.access.switch_low()
        }
        WishButton {
            objectName: "wish_reading"
            visible: sheet.access.canRead
            width: sheet.each
            iconName: "speaker"
            text: qsTr("Read aloud")
            detail: qsTr("Every page is read to you")
            on: sheet.access.reads
            onClicked: sheet.access.switch_reading()
        }
        WishButton {
            objectName: "wish_still"
            width: sheet.each
            iconName: "pause"
            text: qsTr("No motion")
            detail: qsTr("Pages change without sliding")
            on: sheet.access.still
            onClicked: sheet.access.switch_still()
        }
    }
    BigButton {
        id: done
        objectName: "wishes_done_button"
        x: Theme.space(5)
        width: parent.width - Theme.space(10)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(sheet.wide ? 4 : 5)
        text: qsTr("Done")
        onClicked: sheet.closed()
    }
}
