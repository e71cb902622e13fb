import QtQuick
import Jiaohao

// That the hall does these services as one errand, and what it saves.
Rectangle {
    id: hint

    required property var bundle
    required property string language
    readonly property var before: bundle.efforts?.before
    readonly property var after: bundle.efforts?.after
    signal taken(string code)

    objectName: "bundle_hint"
    implicitHeight: Math.max(words.implicitHeight + Theme.space(5), act.height + Theme.space(3))
    radius: Theme.radius
    color: Theme.goodSoft
    border.width: Theme.stroke
    border.color: Theme.good

    Icon {
        id: mark
        anchors.left: parent.left
        anchors.leftMargin: Theme.space(3)
        anchors.verticalCenter: parent.verticalCenter
        name: "bundle"
        color: Theme.good
        size: Theme.title
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.space(2.5)
        anchors.right: act.left
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: qsTr("Part of “%1”").arg(hint.bundle.name?.[hint.language] ?? "")
            bold: true
        }
        Words {
            width: parent.width
            text: qsTr("All %1 services as one errand").arg(hint.bundle.services ?? 0)
                + (hint.after ? " · " + qsTr("trips: %1 instead of %2").arg(hint.after.trips).arg(hint.before.trips)
                    + " · " + qsTr("papers: %1 instead of %2").arg(hint.after.materials).arg(hint.before.materials) : "")
            font.pixelSize: Theme.caption
        }
    }
    BigButton {
        id: act
        objectName: "take_bundle_button"
        anchors.right: parent.right
        anchors.rightMargin: Theme.space(2)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.floor(implicitWidth - Theme.space(4))
        height: Theme.target
        kind: "secondary"
        font.pixelSize: Theme.label
        text: qsTr("Choose it")
        onClicked: hint.taken(hint.bundle.code)
    }
}
