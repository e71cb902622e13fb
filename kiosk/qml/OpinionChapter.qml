pragma ComponentBehavior: Bound
import QtQuick

// What people think of the hall, and its answers.
QtObject {
    id: chapter

    required property var models

    readonly property Component opinions: OpinionsPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component rate: RatePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component rated: RatedPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component opinion_kind: OpinionKindPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component opinion_topic: OpinionTopicPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component opinion_words: OpinionWordsPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component opinion_sent: OpinionToldPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
        sent: true
    }
    readonly property Component opinion_receipt: OpinionReceiptPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
    }
    readonly property Component opinion_answer: OpinionToldPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        opinions: chapter.models.opinions
        sent: false
    }
}
