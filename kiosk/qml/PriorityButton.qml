// For those with a right to priority; says what was chosen.
OptionButton {
    required property string chosenName

    objectName: "priority_button"
    iconName: "accessibility"
    done: chosenName !== ""
    text: done ? qsTr("Priority: %1").arg(chosenName) : qsTr("Entitled to priority? Touch here (optional)")
}
