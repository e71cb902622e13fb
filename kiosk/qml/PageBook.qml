pragma ComponentBehavior: Bound
import QtQuick

// Every page of the kiosk by its name. What waits at the door is there at once; the other chapters are read
// when somebody first opens one of their pages, or while nobody is there, so that nobody waits for them.
QtObject {
    id: book

    required property var models
    // Nobody is there: there is time to read on.
    required property bool idle
    readonly property var contents: ({
        "FindingChapter.qml": ["take", "find", "zones", "departments", "life_stages", "bundles", "services", "guide", "basket"],
        "NumberChapter.qml": ["confirm", "still_open", "printer", "slip"],
        "MineChapter.qml": ["appointment", "mine", "progress", "my_number", "my_progress"],
        "FormChapter.qml": ["forms", "form_notice", "form", "form_preview", "form_sign", "form_done"],
        "OpinionChapter.qml": ["opinions", "rate", "rated", "opinion_kind", "opinion_topic", "opinion_words", "opinion_sent",
            "opinion_receipt", "opinion_answer"]
    })
    property var chapters: ({})
    property bool whole: false
    readonly property DoorChapter door: DoorChapter { models: book.models }
    readonly property Component blank: Item { objectName: "blank_page" }
    readonly property Timer reading: Timer {
        interval: 400
        repeat: true
        running: book.idle && !book.whole
        onTriggered: book.readOn()
    }

    function page(name: string): Component {
        const file = Object.keys(contents).find(file => contents[file].includes(name));
        return (file ? chapter(file) : door)[name] ?? blank;
    }

    function chapter(file: string): QtObject {
        if (!chapters[file])
            chapters[file] = Qt.createComponent(file).createObject(book, { models: models });
        return chapters[file];
    }

    function readOn() {
        const next = Object.keys(contents).find(file => !chapters[file]);
        if (next)
            chapter(next);
        else
            whole = true;
    }
}
