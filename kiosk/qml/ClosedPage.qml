pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// No numbers at this hour: why, when they are issued again, and the whole week's hours. Dark at night.
KioskPage {
    id: page

    required property var clock
    required property var night

    objectName: "closed_page"

    NightView {
        visible: page.night.isDark
        anchors.fill: parent
        journey: page.journey
        hall: page.hall
        clock: page.clock
        night: page.night
    }
    PointHandler {
        onActiveChanged: page.night.wake()
    }
    Column {
        id: column
        visible: !page.night.isDark
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * page.side, (page.portrait ? 900 : 1300) * Theme.unit)
        spacing: Theme.space(page.portrait ? 5 : 3)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: (page.portrait ? 200 : 120) * Theme.unit
            height: width
            radius: width / 2
            color: Theme.primarySoft

            Icon {
                anchors.centerIn: parent
                name: "door"
                color: Theme.primary
                size: parent.width * 0.52
            }
        }
        PageTitle {
            objectName: "page_title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("No numbers are issued right now")
        }
        Words {
            objectName: "closed_why"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.say(page.hall.closedWhy)
            color: Theme.quiet
            font.pixelSize: Theme.heading
        }
        Words {
            objectName: "opens_at"
            visible: page.say(page.hall.opensAt) !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Next: %1").arg(page.say(page.hall.opensAt))
            color: Theme.primary
            bold: true
            font.pixelSize: Theme.heading
        }
        Card {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(column.width, 900 * Theme.unit)
            height: rows.implicitHeight + Theme.space(8)

            Column {
                id: rows
                x: Theme.space(5)
                y: Theme.space(4)
                width: parent.width - Theme.space(10)
                spacing: Theme.space(2)

                Words {
                    text: qsTr("When numbers are issued")
                    color: Theme.quiet
                }
                Repeater {
                    model: page.hall.openingHours

                    Item {
                        id: row

                        required property var modelData

                        width: rows.width
                        height: Math.max(days.implicitHeight, hours.implicitHeight)

                        Words {
                            id: days
                            width: parent.width * 0.44
                            text: page.say(row.modelData.days)
                            font.pixelSize: Theme.label
                        }
                        Words {
                            id: hours
                            anchors.right: parent.right
                            width: parent.width * 0.56
                            horizontalAlignment: Text.AlignRight
                            text: row.modelData.hours
                            bold: true
                            font.pixelSize: Theme.label
                            font.features: Theme.figures
                        }
                    }
                }
            }
        }
    }
}
