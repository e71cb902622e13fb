"""Filled forms, from the kiosk to their end (docs/decisions/0024).

A kiosk seals a form with the hall's public key and forgets it; a counter opens it with the private
key, which is in a file and never in the database; and every form is erased.
"""

from common.operations.kept_forms.erasing import erase_due, erase_form
from common.operations.kept_forms.exported import ExportedForm, TakenAs
from common.operations.kept_forms.finding import (
    count_overdue,
    form_with_code,
    forms_of_number,
    forms_of_slip,
    forms_of_ticket,
    kept_forms,
)
from common.operations.kept_forms.keeping import NewForm, keep_form, link_forms, new_form
from common.operations.kept_forms.key_file import FormKeys
from common.operations.kept_forms.keys import (
    can_keep_forms,
    form_keys,
    give_practice_key,
    hall_key,
    key_file_of,
    make_form_key,
)
from common.operations.kept_forms.opening import (
    OpenedForm,
    edit_form,
    export_form,
    open_form,
    pick_up,
    reveal,
)

__all__ = [
    "ExportedForm",
    "FormKeys",
    "NewForm",
    "OpenedForm",
    "TakenAs",
    "can_keep_forms",
    "count_overdue",
    "edit_form",
    "erase_due",
    "erase_form",
    "export_form",
    "form_keys",
    "form_with_code",
    "forms_of_number",
    "forms_of_slip",
    "forms_of_ticket",
    "give_practice_key",
    "hall_key",
    "keep_form",
    "kept_forms",
    "key_file_of",
    "link_forms",
    "make_form_key",
    "new_form",
    "open_form",
    "pick_up",
    "reveal",
]
