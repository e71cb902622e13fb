pragma ComponentBehavior: Bound
import QtQuick

// Every page of the kiosk by its name, in chapters. What waits at the door is there at once; each other chapter
// is read when one of its pages is first opened.
QtObject {
    id: book

    required property var models
    readonly property DoorChapter door: DoorChapter { models: book.models }
    property QtObject finding
    property QtObject number
    property QtObject mine
    property QtObject booking
    property QtObject form
    property QtObject opinion
    readonly property Component blank: Item { objectName: "blank_page" }

    function page(name: string): Component {
        return chapter(name)[name] ?? blank;
    }

    function chapter(name: string): QtObject {
        switch (name) {
        case "take": case "find": case "zones": case "departments": case "life_stages": case "bundles": case "services":
        case "guide": case "basket":
            return finding ?? (finding = read("FindingChapter.qml"));
        case "confirm": case "still_open": case "printer": case "slip":
            return number ?? (number = read("NumberChapter.qml"));
        case "appointment": case "mine": case "progress": case "my_number": case "my_progress":
            return mine ?? (mine = read("MineChapter.qml"));
        case "book_day": case "book_slot": case "book_person": case "booked":
            return booking ?? (booking = read("BookingChapter.qml"));
        case "forms": case "form_notice": case "form": case "form_preview": case "form_sign": case "form_done":
            return form ?? (form = read("FormChapter.qml"));
        case "opinions": case "rate": case "rated": case "opinion_kind": case "opinion_topic": case "opinion_words":
        case "opinion_sent": case "opinion_receipt": case "opinion_answer":
            return opinion ?? (opinion = read("OpinionChapter.qml"));
        default:
            return door;
        }
    }

    function read(file: string): QtObject {
        return Qt.createComponent(file).createObject(book, { models: models });
    }
}
