"""Forms that citizens fill in: what is asked, what is right, and what others may see of it.

A `FormBook` holds the forms of a hall. `sheet_of` lays those of one errand over each other, and
everything else takes that sheet, the answers and the date: nothing here knows a clock or a screen.
"""

from common.domain.forms.checks import tidy
from common.domain.forms.editing import corrected
from common.domain.forms.field import (
    Answers,
    Choice,
    Field,
    FieldKey,
    Keyboard,
    Kind,
    Mask,
    Privacy,
)
from common.domain.forms.filled import Edit, FilledForm, NotAFilledForm, changed_fields, unpacked
from common.domain.forms.filling import (
    Fault,
    Progress,
    fault_at,
    faults,
    is_finished,
    progress,
    tidy_answers,
)
from common.domain.forms.form import Form, FormBook, FormCode, Level, Notice
from common.domain.forms.masks import masked
from common.domain.forms.paper import FormPaper, paper_of
from common.domain.forms.preview import Block, Row, preview, row_of
from common.domain.forms.sheet import Asked, Page, Sheet, sheet_of
from common.domain.pickup_code import new_pickup_code, pickup_code

__all__ = [
    "Answers",
    "Asked",
    "Block",
    "Choice",
    "Edit",
    "Fault",
    "Field",
    "FieldKey",
    "FilledForm",
    "Form",
    "FormBook",
    "FormCode",
    "FormPaper",
    "Keyboard",
    "Kind",
    "Level",
    "Mask",
    "NotAFilledForm",
    "Notice",
    "Page",
    "Privacy",
    "Progress",
    "Row",
    "Sheet",
    "changed_fields",
    "corrected",
    "fault_at",
    "faults",
    "is_finished",
    "masked",
    "new_pickup_code",
    "paper_of",
    "pickup_code",
    "preview",
    "progress",
    "row_of",
    "sheet_of",
    "tidy",
    "tidy_answers",
    "unpacked",
]
