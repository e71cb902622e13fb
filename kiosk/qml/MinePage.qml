import QtQuick

// Whose number it is: the code of its slip, or the number and the telephone that was given for it.
CodePage {
    id: page

    required property var mine
    required property var readers
    property bool progress: false

    objectName: progress ? "progress_page" : "mine_page"
    entry: mine.entry
    title: progress ? qsTr("How far is my errand?") : qsTr("Where does my number stand?")
    advice: (readers.scans ? qsTr("Scan the code on your slip or receipt, or type the number.")
            : qsTr("Type the number on your slip.")) + qsTr(" You will be asked for the phone you gave with it.")
    hint: qsTr("Number, for example FA001")
    example: "FA001"
    caption: qsTr("Your number is the largest word on your slip.")
    act: progress ? qsTr("Show my errand") : qsTr("Show my number")
    refusal: say(mine.message)
    busy: mine.isBusy
    onWanted: mine.find()

    PhoneSheet {
        parent: page
        anchors.fill: parent
        phone: page.mine.phoneEntry
        onVisibleChanged: {
            if (!visible)
                page.forceActiveFocus();
        }
        title: qsTr("The mobile number you gave")
        why: qsTr("It shows that number %1 is yours. It is not stored.").arg(page.entry.typed)
    }
}
