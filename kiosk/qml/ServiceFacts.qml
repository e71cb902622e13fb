import QtQuick
import Jiaohao

// How long, how much, and whether one need have come at all.
Flow {
    id: facts

    required property var errand
    required property string language

    spacing: Theme.space(1.5)

    Chip {
        visible: facts.errand.minutes > 0
        iconName: "clock"
        text: qsTr("About %1 min at the counter").arg(facts.errand.minutes)
    }
    Chip {
        iconName: "calendar"
        text: facts.errand.promisedDays > 0
            ? qsTr("Result within %1 working days").arg(facts.errand.promisedDays)
            : qsTr("Done on the spot")
    }
    Chip {
        visible: text !== ""
        text: facts.errand.fee ? facts.errand.fee[facts.language] : ""
    }
    Chip {
        visible: facts.errand.online === true
        kind: "primary"
        text: qsTr("Also available online")
    }
    Chip {
        objectName: "nearer_chip"
        visible: (facts.errand.sites ?? []).length > 0
        kind: "primary"
        iconName: "place"
        text: qsTr("Also nearer to your home")
    }
}
