pragma ComponentBehavior: Bound
import QtQuick

// The forms: which, what to agree to, their pages, and their code.
QtObject {
    id: chapter

    required property var models

    readonly property Component forms: FormsPage { journey: chapter.models.journey; hall: chapter.models.hall; forms: chapter.models.forms }
    readonly property Component form_notice: FormNoticePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        forms: chapter.models.forms
    }
    readonly property Component form: FormPage { journey: chapter.models.journey; hall: chapter.models.hall; forms: chapter.models.forms }
    readonly property Component form_preview: FormPreviewPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        forms: chapter.models.forms
    }
    readonly property Component form_sign: FormSignPage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        forms: chapter.models.forms
    }
    readonly property Component form_done: FormDonePage {
        journey: chapter.models.journey
        hall: chapter.models.hall
        forms: chapter.models.forms
        kiosk: chapter.models.kiosk
    }
}
