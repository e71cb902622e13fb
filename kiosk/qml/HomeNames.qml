import QtQuick

// What the buttons of the home page are called, and how they look.
QtObject {
    // Whether people book a time to come here.
    required property bool books
    readonly property var icons: ({ "take": "ticket", "appointment": "calendar", "bundles": "bundle", "forms": "form",
        "guides": "guide-book", "progress": "progress", "mine": "my-ticket", "opinions": "star", "help": "help-hand",
        "fill": "form" })

    function nameOf(button: string): string {
        switch (button) {
        case "take":
            return qsTr("Take a number");
        case "appointment":
            return books ? qsTr("Appointments") : qsTr("I have an appointment");
        case "bundles":
            return qsTr("One errand, several services");
        case "forms":
            return qsTr("Fill in a form");
        case "guides":
            return qsTr("What do I need?");
        case "progress":
            return qsTr("How far is my errand?");
        case "mine":
            return qsTr("My number");
        case "help":
            return qsTr("Help me with it");
        case "fill":
            return qsTr("Fill in a form for me");
        default:
            return qsTr("Rate or suggest");
        }
    }

    function detailOf(button: string): string {
        switch (button) {
        case "take":
            return qsTr("Choose a service and wait for your turn");
        case "appointment":
            return books ? qsTr("Check in, or book a time to come") : qsTr("Check in and get your number");
        case "bundles":
            return qsTr("A whole matter with one number");
        case "forms":
            return qsTr("Ready before it is your turn");
        case "guides":
            return qsTr("Papers, time and fees of every service");
        case "progress":
            return qsTr("Look it up with your slip");
        case "mine":
            return qsTr("Your place in line, and more");
        case "help":
        case "fill":
            return qsTr("A helper comes to you");
        default:
            return qsTr("Tell us how it went");
        }
    }
}
