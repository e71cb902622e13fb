// Calls a helper to this kiosk, in the same corner of every page; then says that one is called, or coming.
BarButton {
    required property var help
    readonly property bool active: help.stage === "called" || help.stage === "coming"

    objectName: "help_button"
    kind: "strong"
    iconName: help.stage === "coming" ? "walk" : active ? "check" : "help-hand"
    text: help.stage === "coming" ? qsTr("Help is coming") : active ? qsTr("Help is called") : qsTr("Call a helper")
    onClicked: help.open()
}
