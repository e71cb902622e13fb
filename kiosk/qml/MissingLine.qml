// In one line what is missing, and what to do about it.
Notice {
    id: line

    required property var materials
    required property var have
    required property string language
    readonly property var missing: materials.filter(material => !have.includes(material.code))
    readonly property bool begun: missing.length < materials.length

    objectName: "missing_line"
    visible: materials.length > 0
    strong: begun
    kind: !begun ? "primary" : missing.length > 0 ? "caution" : "good"
    iconName: !begun ? "info" : missing.length > 0 ? "warning" : "check"
    text: !begun ? qsTr("Touch each paper that you have with you. What is missing is listed here.")
        : missing.length === 0 ? qsTr("You have everything that is asked for.")
        : qsTr("Still missing: %1. Please bring it, or ask at the reception desk.")
            .arg(missing.map(material => material.name[language]).join(qsTr(", ")))
}
