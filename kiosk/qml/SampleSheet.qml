import QtQuick
import Jiaohao

// A form or paper as it should be, as large as the page. A touch on the button beside or below it closes it.
FocusScope {
    id: sheet

    required property var samples
    required property string language
    readonly property bool portrait: height > 0.8 * width
    readonly property bool several: samples.pictures.length > 1
    readonly property real side: Theme.space(5)

    objectName: "sample_sheet"
    visible: samples.place >= 0
    onVisibleChanged: {
        if (visible)
            forceActiveFocus();
    }
    Keys.onEscapePressed: sheet.samples.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
    }
    PageTitle {
        id: title
        objectName: "sample_title"
        anchors.left: acts.left
        y: Theme.space(sheet.portrait ? 3 : 5)
        width: acts.width
        font.pixelSize: Theme.heading
        text: qsTr("Sample: %1").arg(sheet.samples.pictures[Math.max(0, sheet.samples.place)]?.[sheet.language] ?? "")
    }
    Item {
        id: room
        anchors.left: parent.left
        anchors.leftMargin: sheet.side
        y: sheet.portrait ? title.y + title.height + Theme.space(2) : Theme.space(3)
        width: sheet.portrait ? acts.width : parent.width - acts.width - 3 * sheet.side
        height: (sheet.portrait ? acts.y : parent.height) - y - Theme.space(sheet.portrait ? 2 : 3)

        Rectangle {
            anchors.centerIn: parent
            width: picture.paintedWidth + 2 * Theme.stroke
            height: picture.paintedHeight + 2 * Theme.stroke
            color: "transparent"
            border.color: Theme.borderStrong
            border.width: Theme.stroke
        }
        Image {
            id: picture
            objectName: "sample_picture"
            anchors.fill: parent
            anchors.margins: Theme.stroke
            fillMode: Image.PreserveAspectFit
            source: sheet.samples.source
            sourceSize: Qt.size(Math.floor(width), Math.floor(height))
            Accessible.role: Accessible.Graphic
            Accessible.name: title.text
        }
    }
    Column {
        id: acts
        anchors.right: parent.right
        anchors.rightMargin: sheet.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        width: sheet.portrait ? parent.width - 2 * sheet.side : parent.width * 0.3
        spacing: Theme.gap

        BigButton {
            objectName: "sample_turn_button"
            visible: sheet.several
            width: parent.width
            kind: "secondary"
            iconName: "next"
            text: qsTr("Next sample")
            onClicked: sheet.samples.turn()
        }
        BigButton {
            objectName: "sample_close_button"
            width: parent.width
            height: Theme.target * 1.2
            iconName: "check"
            text: qsTr("I have seen it")
            onClicked: sheet.samples.close()
        }
    }
}
