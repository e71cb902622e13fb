pragma ComponentBehavior: Bound
import QtQuick
import Jiaohao

// The stops of an errand, one below the other: what is done, where it is now, what comes next.
Column {
    id: list

    required property var steps
    required property string language

    function told(step: var): string {
        switch (step.state) {
        case "waiting":
            return qsTr("Waiting to be called");
        case "blocked":
        case "planned":
            return qsTr("Comes next");
        case "called":
            return qsTr("Called to window %1").arg(step.counters);
        case "serving":
            return qsTr("Being served at window %1").arg(step.counters);
        case "held":
            return qsTr("Window %1 waits for you").arg(step.counters);
        case "missed":
            return qsTr("Called, but nobody came");
        case "transferred":
            return qsTr("Passed on to the next stop");
        case "cancelled":
            return qsTr("Given back");
        case "expired":
            return qsTr("No longer valid");
        default:
            return outcome(step.outcome);
        }
    }

    function outcome(name: string): string {
        switch (name) {
        case "accepted":
            return qsTr("Accepted: being worked on");
        case "completed":
            return qsTr("Done");
        case "consulted":
            return qsTr("Advice given");
        case "to_be_corrected":
            return qsTr("To be corrected or completed");
        case "refused":
            return qsTr("Not accepted");
        default:
            return qsTr("Not done");
        }
    }

    spacing: Theme.space(2)

    Repeater {
        model: list.steps

        Item {
            id: step

            required property var modelData
            required property int index
            readonly property bool done: modelData.state === "done" && ["accepted", "completed", "consulted"].includes(modelData.outcome)
            readonly property bool over: ["done", "cancelled", "expired", "transferred"].includes(modelData.state)

            objectName: "step_" + index
            width: list.width
            height: Math.max(mark.height, words.implicitHeight)
            Accessible.role: Accessible.StaticText
            Accessible.name: name.text + ", " + state.text

            Rectangle {
                visible: step.index < list.steps.length - 1
                anchors.horizontalCenter: mark.horizontalCenter
                y: mark.y + mark.height
                width: 2 * Theme.stroke
                height: step.height + list.spacing - mark.height
                color: Theme.border
            }
            Rectangle {
                id: mark
                anchors.left: parent.left
                width: 64 * Theme.unit
                height: width
                radius: width / 2
                color: step.modelData.isNow ? Theme.primary : step.done ? Theme.goodSoft : Theme.surfaceSunken

                Icon {
                    visible: step.over
                    anchors.centerIn: parent
                    name: step.done ? "check" : step.modelData.outcome === "to_be_corrected" ? "form" : "close"
                    color: step.done ? Theme.good : step.modelData.outcome === "to_be_corrected" ? Theme.caution : Theme.quiet
                    size: parent.width * 0.56
                }
                Numeral {
                    visible: !step.over
                    anchors.centerIn: parent
                    text: step.index + 1
                    color: step.modelData.isNow ? Theme.onPrimary : Theme.quiet
                    font.pixelSize: Theme.labelSize * Theme.unit
                }
            }
            Column {
                id: words
                anchors.left: mark.right
                anchors.leftMargin: Theme.space(2.5)
                anchors.right: parent.right
                y: Math.max(0, (mark.height - implicitHeight) / 2)

                Words {
                    id: name
                    width: parent.width
                    text: step.modelData.services.map(s => s[list.language]).join(list.language === "zh" ? "、" : ", ")
                    bold: step.modelData.isNow
                    lineHeight: 0.98
                }
                Words {
                    id: state
                    objectName: "step_state_" + step.index
                    width: parent.width
                    text: list.told(step.modelData)
                    bold: true
                    color: step.modelData.isNow ? Theme.primary : step.done ? Theme.good
                        : step.modelData.outcome === "to_be_corrected" ? Theme.caution : Theme.quiet
                    font.pixelSize: Theme.caption
                }
                Words {
                    visible: !step.over
                    width: parent.width
                    text: qsTr("Floor %1").arg(step.modelData.floor) + " · " + step.modelData.zoneName[list.language]
                        + " · " + (/[ -]/.test(step.modelData.counters) ? qsTr("Windows %1") : qsTr("Window %1"))
                            .arg(step.modelData.counters)
                    color: Theme.quiet
                    font.pixelSize: Theme.caption
                }
            }
        }
    }
}
