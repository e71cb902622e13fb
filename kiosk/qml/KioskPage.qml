import QtQuick
import QtQuick.Window
import Jiaohao

// What every page has: the journey, the hall, the shape of the screen, and words in its language.
FocusScope {
    id: page

    required property var journey
    required property var hall
    readonly property string language: journey.language
    readonly property bool portrait: Window.height >= Window.width
    readonly property real side: Theme.space(6)

    // A text of the hall, given in both languages.
    function say(words: var): string {
        return words ? words[language] ?? "" : "";
    }

    function waitingWords(queue: string): string {
        const people = hall.waiting[queue] ?? 0;
        return people > 0 ? qsTr("Waiting: %1").arg(people) : qsTr("No one waiting");
    }

    // The expected wait, from and to in minutes; nothing when nothing is known.
    function waitWords(minutes: var): string {
        if (minutes?.length !== 2)
            return "";
        if (minutes[0] === 0)
            return qsTr("within about %1 min").arg(minutes[1]);
        if (minutes[0] === minutes[1])
            return qsTr("about %1 min").arg(minutes[0]);
        return qsTr("about %1–%2 min").arg(minutes[0]).arg(minutes[1]);
    }

    // Where a number stands in its line, or where it was called to.
    function standingWords(slip: var): string {
        if (slip.calledTo)
            return qsTr("Please go to window %1").arg(slip.calledTo);
        if (slip.ahead < 0)
            return "";
        const wait = waitWords(slip.wait);
        return (slip.ahead > 0 ? qsTr("People ahead of you: %1").arg(slip.ahead) : qsTr("Nobody is ahead of you"))
            + (wait !== "" ? " · " + wait : "");
    }

    // What tiles need besides, when some of them must say why not today.
    function roomForReasons(entries: var): real {
        return entries.some(entry => say(entry.notToday) !== "") ? 2 * Theme.caption : 0;
    }

    function floorWords(floor: int): string {
        return qsTr("Floor %1").arg(floor);
    }
}
