import QtQuick
import Jiaohao

// A page that is one sentence and a list.
KioskPage {
    id: page

    property string title: ""
    property string zone: ""
    // A quiet line below the sentence, and what stands in the way.
    property string advice: ""
    property string notice: ""
    // The list is not there yet.
    property bool waiting: false
    property int columns: portrait ? 2 : journey.largeText ? 3 : 4
    property alias model: grid.model
    property alias delegate: grid.delegate
    property alias leastHeight: grid.leastHeight
    property alias mostHeight: grid.mostHeight
    readonly property real tileWidth: grid.cellWidth - Theme.gap
    readonly property real tileHeight: grid.cellHeight - Theme.gap

    ZoneBadge {
        id: badge
        visible: page.zone !== ""
        letter: page.zone
        size: Theme.title * 1.5
        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.verticalCenter: sentence.verticalCenter
    }
    PageTitle {
        id: sentence
        objectName: "page_title"
        text: page.title
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.portrait ? 5 : 3)
        anchors.left: badge.visible ? badge.right : parent.left
        anchors.leftMargin: badge.visible ? Theme.space(3) : page.side
        anchors.right: parent.right
        anchors.rightMargin: page.side
    }
    Words {
        id: quiet
        objectName: "list_advice"
        visible: text !== ""
        anchors.top: sentence.bottom
        anchors.topMargin: visible ? Theme.space(1) : 0
        x: page.side
        width: parent.width - 2 * page.side
        height: visible ? implicitHeight : 0
        text: page.waiting ? qsTr("One moment…") : page.advice
        color: Theme.quiet
        font.pixelSize: Theme.label
    }
    Notice {
        id: told
        objectName: "list_notice"
        visible: text !== ""
        anchors.top: quiet.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        x: page.side
        width: parent.width - 2 * page.side
        height: visible ? implicitHeight : 0
        text: page.notice
    }
    PagedGrid {
        id: grid
        objectName: "paged_grid"
        anchors.top: told.bottom
        anchors.topMargin: Theme.space(page.portrait ? 5 : 3)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space(3)
        x: page.side
        width: parent.width - 2 * page.side
        columns: page.columns
    }
}
