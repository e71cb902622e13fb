pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The services of a basket, each with a button that takes it out again.
Column {
    id: list

    required property var services
    required property string language
    signal removed(string code)

    spacing: Theme.space(1.5)

    Repeater {
        model: list.services

        Card {
            id: service

            required property var modelData
            readonly property string why: modelData.notToday[list.language]

            objectName: "basket_" + modelData.code
            width: list.width
            height: Math.max(out.height + Theme.space(2), words.implicitHeight + Theme.space(3))
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.name[list.language]

            ZoneBadge {
                id: badge
                anchors.left: parent.left
                anchors.leftMargin: Theme.space(3)
                anchors.verticalCenter: parent.verticalCenter
                letter: service.modelData.zone
                size: 68 * Theme.unit
            }
            Column {
                id: words
                anchors.left: badge.right
                anchors.leftMargin: Theme.space(2.5)
                anchors.right: out.left
                anchors.rightMargin: Theme.space(2)
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    width: parent.width
                    text: service.modelData.name[list.language]
                    bold: true
                }
                Words {
                    width: parent.width
                    text: service.why !== "" ? service.why
                        : service.modelData.department[list.language] + " · "
                            + qsTr("About %1 min at the counter").arg(service.modelData.minutes)
                    color: service.why !== "" ? Theme.caution : Theme.quiet
                    font.pixelSize: Theme.caption
                }
            }
            BigButton {
                id: out
                objectName: "remove_" + service.modelData.code
                anchors.right: parent.right
                anchors.rightMargin: Theme.space(1)
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.target
                height: Theme.target
                kind: "quiet"
                iconName: "close"
                text: ""
                Accessible.name: qsTr("Take out: %1").arg(service.modelData.name[list.language])
                onClicked: list.removed(service.modelData.code)
            }
        }
    }
}
