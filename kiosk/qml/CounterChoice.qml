pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Jiaohao

// A comprehensive or a department counter, each with its wait, or whichever is first: one of them is always chosen.
Column {
    id: choice

    required property var options
    required property string chosen
    // From and to in minutes, in words.
    required property var waitWords
    signal picked(string kind)

    function nameOf(kind: string): string {
        return kind === "comprehensive" ? qsTr("A comprehensive window")
            : kind === "department" ? qsTr("A department window") : qsTr("Whichever is first");
    }

    visible: options.length > 0
    spacing: Theme.space(1)

    Words {
        width: parent.width
        text: qsTr("Which window would you like?")
        bold: true
    }
    Repeater {
        model: choice.options

        T.AbstractButton {
            id: option

            required property var modelData
            readonly property bool marked: modelData.kind === choice.chosen
            readonly property string place: modelData.kind === "" ? ""
                : qsTr("Floor %1").arg(modelData.floor) + " · " + qsTr("Window %1").arg(modelData.counters)
            readonly property string wait: !modelData.open ? qsTr("Closed right now")
                : modelData.wait.length === 2 ? qsTr("Wait: %1").arg(choice.waitWords(modelData.wait))
                : qsTr("Wait not known yet")

            objectName: "kind_" + (modelData.kind !== "" ? modelData.kind : "first")
            width: choice.width
            implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space(2))
            enabled: modelData.open
            focusPolicy: Qt.StrongFocus
            text: choice.nameOf(modelData.kind)
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.description: place + " " + wait
            Accessible.checkable: true
            Accessible.checked: marked
            Accessible.onPressAction: option.clicked()
            Keys.onReturnPressed: option.click()
            Keys.onEnterPressed: option.click()
            onClicked: choice.picked(modelData.kind)

            background: Rectangle {
                radius: Theme.radius * 0.7
                color: option.marked || option.down ? Theme.primarySoft : option.enabled ? Theme.surface : Theme.surfaceSunken
                border.width: option.marked ? 2 * Theme.stroke : Theme.stroke
                border.color: option.marked ? Theme.primary : Theme.border

                FocusRing { shown: option.visualFocus }
            }
            contentItem: Item {
                Rectangle {
                    id: ring
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space(2.5)
                    width: 44 * Theme.unit
                    height: width
                    radius: width / 2
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.surface
                    border.width: 2 * Theme.stroke
                    border.color: option.marked ? Theme.primary : Theme.borderStrong

                    Rectangle {
                        visible: option.marked
                        anchors.centerIn: parent
                        width: parent.width * 0.52
                        height: width
                        radius: width / 2
                        color: Theme.primary
                    }
                }
                Column {
                    id: words
                    anchors.left: ring.right
                    anchors.leftMargin: Theme.space(2.5)
                    anchors.right: badge.visible ? badge.left : parent.right
                    anchors.rightMargin: Theme.space(2)
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        width: parent.width
                        text: option.text
                        bold: true
                        color: option.enabled ? Theme.text : Theme.quiet
                    }
                    Words {
                        width: parent.width
                        text: option.place !== "" ? option.place + " · " + option.wait : option.wait
                        color: Theme.quiet
                        font.pixelSize: Theme.caption
                        font.features: Theme.figures
                    }
                }
                ZoneBadge {
                    id: badge
                    visible: option.modelData.zone !== ""
                    letter: option.modelData.zone
                    size: 60 * Theme.unit
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space(2)
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
