pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// No numbers at this hour: why, when they are issued again, the whole week's hours, and what one may do meanwhile. Dark
// at night.
KioskPage {
    id: page

    required property var clock
    required property var night
    required property var booking
    readonly property var buttons: journey.closedButtons
    readonly property bool beside: !portrait && buttons.length > 0
    readonly property HomeNames names: HomeNames { books: page.booking.isOffered }
    readonly property real gap: Theme.space(portrait ? 4 : 3)

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
        anchors.left: parent.left
        anchors.leftMargin: page.beside ? page.side : (parent.width - width) / 2
        y: Math.max(page.gap, (parent.height - height - (page.beside || !others.visible ? 0 : others.height + page.gap)) / 2)
        width: page.beside ? (parent.width - 3 * page.side) / 2
            : Math.min(parent.width - 2 * page.side, (page.portrait ? 900 : 1300) * Theme.unit)
        spacing: page.gap

        Rectangle {
            visible: page.portrait || !others.visible
            anchors.horizontalCenter: parent.horizontalCenter
            width: (page.portrait && !others.visible ? 200 : 120) * Theme.unit
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
            // In large type the next hour says enough where there is something to do.
            visible: !(page.journey.largeText && others.visible)
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
                            anchors.left: parent.left
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
    Flow {
        id: others
        readonly property int across: page.portrait && page.buttons.length > 1 || page.buttons.length > 4 ? 2 : 1
        readonly property int lines: Math.ceil(page.buttons.length / across)

        visible: !page.night.isDark && page.buttons.length > 0
        anchors.left: page.beside ? column.right : column.left
        anchors.leftMargin: page.beside ? page.side : 0
        y: page.beside ? (parent.height - height) / 2 : column.y + column.height + page.gap
        width: column.width
        spacing: Theme.gap

        Repeater {
            model: page.buttons

            ChoiceTile {
                required property string modelData

                objectName: modelData + "_button"
                width: (others.width - (others.across - 1) * others.spacing) / others.across
                height: Math.min(Theme.target * 1.7, (page.height - 2 * page.gap - (others.lines - 1) * others.spacing) / others.lines)
                iconName: page.names.icons[modelData]
                nameSize: Theme.label
                text: page.names.nameOf(modelData)
                detail: modelData === "appointment" && page.names.books ? page.names.detailOf(modelData) : ""
                onClicked: page.journey.open(modelData)
            }
        }
    }
}
