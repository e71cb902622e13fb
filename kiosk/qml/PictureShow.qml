pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// One picture after the other, each whole, with a short fade. Two of them are in memory at most.
Item {
    id: frame

    required property var pictures
    property bool firstShows: true
    readonly property url source: pictures.source

    function show(next: url) {
        const waiting = firstShows ? second : first;
        if (waiting.source.toString() === next.toString())
            turn(waiting);
        else
            waiting.source = next;
    }

    // What has arrived comes to the front.
    function turn(arrived: Image) {
        if (arrived === (firstShows ? second : first) && arrived.status === Image.Ready)
            firstShows = !firstShows;
    }

    objectName: "picture_show"
    visible: source.toString() !== ""
    clip: true
    onSourceChanged: show(source)
    Component.onCompleted: show(source)

    component Picture: Image {
        id: picture

        required property bool shows

        anchors.fill: parent
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectFit
        sourceSize: Qt.size(frame.width, frame.height)
        opacity: shows ? 1 : 0
        Accessible.ignored: true
        onStatusChanged: {
            if (status === Image.Error)
                frame.pictures.drop(source.toString());
            else
                frame.turn(picture);
        }
        onOpacityChanged: {
            if (opacity === 0 && !shows)
                source = "";
        }

        Behavior on opacity {
            NumberAnimation { duration: Theme.duration(200) }
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.primaryPressed
    }
    Picture { id: first; objectName: "first_picture"; shows: frame.firstShows }
    Picture { id: second; objectName: "second_picture"; shows: !frame.firstShows }
    Timer {
        interval: frame.pictures.seconds * 1000
        repeat: true
        running: frame.visible && frame.pictures.several
        onTriggered: frame.pictures.turn()
    }
}
