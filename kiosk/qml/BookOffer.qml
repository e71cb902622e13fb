// That one may come at a time of one's own choice instead of waiting now.
OptionButton {
    id: offer

    // Whether it can be booked at all.
    required property bool offered

    objectName: "book_offer_button"
    visible: offered
    height: visible ? implicitHeight : 0
    done: false
    iconName: "calendar"
    text: qsTr("Book a time on another day")
}
