// A mobile number may be entered, and need not; it is shown masked.
OptionButton {
    required property string masked

    objectName: "phone_button"
    iconName: "my-ticket"
    done: masked !== ""
    text: done ? qsTr("Mobile number: %1").arg(masked)
        : qsTr("Mobile number (optional): to find your number again and not to take two")
}
