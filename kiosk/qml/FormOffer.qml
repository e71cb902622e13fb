import QtQuick

// That something may be filled in here already, for the counter.
OptionButton {
    id: offer

    // The names of the forms, in both languages.
    required property var names
    required property string language

    objectName: "form_offer_button"
    visible: names.length > 0
    height: visible ? implicitHeight : 0
    done: false
    iconName: "form"
    text: qsTr("Fill in the form now: %1").arg(names.map(name => name[language] ?? "").join(" · "))
}
