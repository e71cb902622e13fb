import QtQuick
import Jiaohao

// Take the answer, or leave the field empty where that may be.
Row {
    id: acts

    required property var model
    required property bool needed
    // A touch on a choice is the answer already.
    property bool onlyEmpty: false
    readonly property int shown: (empty.visible ? 1 : 0) + (done.visible ? 1 : 0)

    spacing: Theme.gap

    BigButton {
        id: empty
        objectName: "editor_empty_button"
        visible: !acts.needed
        width: (acts.width - (acts.shown - 1) * acts.spacing) / acts.shown
        height: acts.height
        kind: "secondary"
        font.pixelSize: Theme.label
        text: qsTr("Leave empty")
        onClicked: acts.model.leave_empty()
    }
    BigButton {
        id: done
        objectName: "editor_done_button"
        visible: !acts.onlyEmpty
        width: (acts.width - (acts.shown - 1) * acts.spacing) / acts.shown
        height: acts.height
        text: acts.model.isCaution ? qsTr("It is right") : qsTr("OK")
        onClicked: {
            acts.model.finishing();
            acts.model.accept();
        }
    }
}
