pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// Places nearer to home where all of it is done too, each with what one needs to go there.
Card {
    id: list

    required property var sites
    required property string language

    objectName: "site_list"
    visible: sites.length > 0
    implicitHeight: visible ? rows.implicitHeight + Theme.space(7) : 0

    Column {
        id: rows
        x: Theme.space(4)
        y: Theme.space(3.5)
        width: parent.width - Theme.space(4) - Theme.target  // beside the arrow of a ScrollArea
        spacing: Theme.space(2.5)

        Item {
            width: parent.width
            height: Math.max(title.implicitHeight, sign.height)

            Icon {
                id: sign
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                name: "place"
                color: Theme.primary
                size: Theme.button
            }
            Words {
                id: title
                anchors.left: sign.right
                anchors.leftMargin: Theme.space(2)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Perhaps nearer to you")
                bold: true
            }
        }
        Repeater {
            model: list.sites

            Column {
                id: site

                required property var modelData

                anchors.left: parent.left
                anchors.leftMargin: sign.width + Theme.space(2)
                anchors.right: parent.right
                spacing: Theme.space(0.5)

                Words {
                    objectName: "site_name"
                    width: parent.width
                    text: site.modelData.name[list.language]
                    bold: true
                }
                Words {
                    width: parent.width
                    text: site.modelData.address[list.language]
                }
                Words {
                    width: parent.width
                    text: site.modelData.hours[list.language]
                    color: Theme.quiet
                    font.pixelSize: Theme.caption
                    font.features: Theme.figures
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    text: site.modelData.phone === "" ? "" : qsTr("Telephone: %1").arg(site.modelData.phone)
                    color: Theme.quiet
                    font.pixelSize: Theme.caption
                    font.features: Theme.figures
                }
            }
        }
    }
}
