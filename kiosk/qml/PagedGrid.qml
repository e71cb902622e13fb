import QtQuick
import Jiaohao

// A list of any length in whole rows: flicked, or turned by large buttons that say where one is.
Item {
    id: paged

    property alias model: grid.model
    property alias delegate: grid.delegate
    property alias sliding: slide.running
    property int columns: 2
    property real leastHeight: 190 * Theme.unit
    property real mostHeight: 260 * Theme.unit
    readonly property real cellWidth: grid.cellWidth
    readonly property real cellHeight: grid.cellHeight
    readonly property int rows: Math.max(1, Math.ceil(grid.count / columns))
    readonly property real space: Theme.gap
    readonly property bool turning: Math.floor((height + space) / (leastHeight + space)) < rows
    readonly property real room: height + space - (turning ? turner.height + space : 0)
    readonly property int rowsShown: Math.max(1, Math.min(rows, Math.floor(room / (leastHeight + space))))
    readonly property int pages: Math.ceil(rows / rowsShown)
    readonly property real pageHeight: grid.cellHeight * rowsShown
    // The last page may hold fewer rows than fit, so being at the end counts and not only the distance.
    readonly property int turnedTo: grid.contentY >= rows * grid.cellHeight - pageHeight - 1 ? pages - 1
        : Math.min(pages - 1, Math.round(grid.contentY / pageHeight))

    function turn(by: int) {
        const wanted = Math.max(0, Math.min(pages - 1, turnedTo + by)) * pageHeight;
        slide.to = Math.min(wanted, Math.max(0, rows * grid.cellHeight - pageHeight));
        slide.restart();
    }

    // For another list.
    function toTop() {
        slide.stop();
        grid.positionViewAtBeginning();
    }

    NumberAnimation {
        id: slide
        target: grid
        property: "contentY"
        duration: Theme.duration(180)
        easing.type: Easing.OutCubic
    }
    GridView {
        id: grid
        objectName: "grid"
        x: 0
        width: paged.width + paged.space
        height: cellHeight * paged.rowsShown
        cellWidth: Math.floor(width / paged.columns)
        cellHeight: Math.min(paged.room / paged.rowsShown, paged.mostHeight + paged.space)
        clip: paged.turning
        interactive: paged.turning
        // The arrows of a keyboard lead from tile to tile as everywhere else.
        keyNavigationEnabled: false
        snapMode: GridView.SnapToRow
        boundsBehavior: Flickable.DragOverBounds
        pixelAligned: true
        cacheBuffer: 0
    }
    PageTurner {
        id: turner
        visible: paged.turning
        anchors.bottom: parent.bottom
        width: parent.width
        page: paged.turnedTo
        pages: paged.pages
        onTurned: by => paged.turn(by)
    }
}
