"""What a hall file may hold: a form's fields are the keys, and anything else is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from common.domain.kiosk import KIOSK_CODE, HomeButton
from common.operations.hall_file.plan_form import FloorPlanForm
from common.operations.hall_file.slip_form import SlipForm
from common.operations.hall_file.text_form import STRICT, TextForm, Words


def _as_date(given: Any) -> date:
    """YAML takes 2026-10-01 for a date, unless it stands in quotes."""
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise PydanticCustomError("no_date", "not a date") from None


_Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
_Count = Annotated[int, Field(ge=0, le=10_000)]
_Date = Annotated[date, BeforeValidator(_as_date)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
_Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


_Alias = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]


class Form(BaseModel):
    model_config = STRICT


_Phone = Annotated[str, StringConstraints(max_length=64)]


class HallForm(Form):
    code: _Code
    name: TextForm
    address: TextForm
    time_zone: str
    phone: _Phone


_From = Field(alias="from")


class HoursForm(Form):
    from_: Annotated[_Clock, _From]
    to: _Clock


class DaysForm(Form):
    monday: list[HoursForm] = []
    tuesday: list[HoursForm] = []
    wednesday: list[HoursForm] = []
    thursday: list[HoursForm] = []
    friday: list[HoursForm] = []
    saturday: list[HoursForm] = []
    sunday: list[HoursForm] = []

    def by_weekday(self) -> Iterator[tuple[int, list[HoursForm]]]:
        """From 0, which is Monday."""
        return enumerate(getattr(self, name) for name in WEEKDAYS)


_CounterCodes = Annotated[list[str], Field(min_length=1)] | None


class DayCountersForm(Form):
    """Weekdays on which only these counters work."""

    monday: _CounterCodes = None
    tuesday: _CounterCodes = None
    wednesday: _CounterCodes = None
    thursday: _CounterCodes = None
    friday: _CounterCodes = None
    saturday: _CounterCodes = None
    sunday: _CounterCodes = None

    def by_weekday(self) -> Iterator[tuple[int, list[str] | None]]:
        """From 0, which is Monday."""
        return enumerate(getattr(self, name) for name in WEEKDAYS)


class HolidayForm(Form):
    from_: Annotated[_Date, _From]
    to: _Date | None = None
    name: TextForm


class AdjustedDayForm(Form):
    date: _Date
    as_: Annotated[Weekday, Field(alias="as")]


class CalendarForm(Form):
    always: bool = False
    days: DaysForm
    work: DaysForm = DaysForm()
    counters: DayCountersForm = DayCountersForm()
    holidays: list[HolidayForm] = []
    adjusted_days: list[AdjustedDayForm] = []
    extended_minutes: Annotated[int, Field(ge=0, le=480)] = 0


class PolicyForm(Form):
    kind: Literal["head_start", "ratio", "absolute"] = "head_start"
    appointments: Annotated[int, Field(ge=1, le=20)] = 1
    walk_ins: Annotated[int, Field(ge=1, le=20)] = 2


class AppointmentsForm(Form):
    first_day: Annotated[int, Field(ge=1, le=60)] = 1
    last_day: Annotated[int, Field(ge=1, le=60)] = 5
    check_in_before_minutes: Annotated[int, Field(ge=0, le=240)] = 30
    grace_minutes: Annotated[int, Field(ge=0, le=240)] = 15
    no_shows: Annotated[int, Field(ge=1, le=100)] = 3
    no_show_days: Annotated[int, Field(ge=1, le=366)] = 30
    barred_days: Annotated[int, Field(ge=1, le=366)] = 30


class RulesForm(Form):
    policy: PolicyForm = PolicyForm()
    calls_before_miss: Annotated[int, Field(ge=1, le=20)] = 3
    call_spacing_seconds: Annotated[int, Field(ge=0, le=600)] = 20
    reinstate: Literal["behind", "end", "never"] = "behind"
    reinstate_after: _Count = 3
    reinstate_limit: _Count = 1
    hold_limit_minutes: Annotated[int, Field(ge=1, le=600)] = 60
    pause_alarm_minutes: Annotated[int, Field(ge=1, le=600)] = 15
    appointments: AppointmentsForm = AppointmentsForm()
    wait_caution_minutes: Annotated[int, Field(ge=1, le=600)] = 20
    wait_alarm_minutes: Annotated[int, Field(ge=1, le=600)] = 30


class ZoneForm(Form):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    floor: Annotated[int, Field(ge=-9, le=200)]
    name: TextForm


class DepartmentForm(Form):
    code: _Code
    name: TextForm


class QueueForm(Form):
    code: str
    zone: str
    alarm_waiting: Annotated[int, Field(ge=1, le=10_000)] = 20
    half_hour_quota: Annotated[int, Field(ge=1, le=10_000)] | None = None
    appointment_share_percent: Annotated[int, Field(ge=0, le=100)] = 0
    name: TextForm


class PriorityClassForm(Form):
    code: _Code
    head_start_minutes: Annotated[int, Field(ge=0, le=240)]
    break_glass: bool = False
    self_service: bool = False
    appointment: bool = False
    name: TextForm


class MaterialForm(Form):
    code: _Code
    name: TextForm
    kind: TextForm


class GuideForm(Form):
    who: TextForm | None = None
    conditions: list[TextForm] = []
    statutory_days: _Count | None = None
    statutory_calendar: bool = False
    basis: TextForm | None = None
    online_hint: TextForm | None = None
    by_mail: bool = False
    self_service: bool = False
    note: TextForm | None = None
    sample: Words | None = None
    """A picture in the folder ``samples`` beside the hall file."""
    sites: Annotated[list[str], Field(min_length=1)] = []


_NO_FEE = {"zh": "不收费", "en": "Free of charge"}


class ServiceForm(Form):
    code: _Code
    queue: str
    department: str
    service_minutes: Annotated[int, Field(ge=1, le=480)]
    promised_days: _Count
    online: bool = False
    popular: bool = False
    weekdays: Annotated[list[Weekday], Field(min_length=1)] | None = None
    materials: list[str] = []
    fee: TextForm = TextForm(**_NO_FEE)
    name: TextForm
    aliases: list[_Alias] = []
    life_stages: list[str] = []
    guide: GuideForm = GuideForm()


class StageForm(Form):
    mode: Literal["serial", "parallel"]
    services: Annotated[list[str], Field(min_length=1)]


class EffortForm(Form):
    materials: _Count
    days: _Count
    trips: _Count
    counters: _Count


class LifeStageForm(Form):
    code: _Code
    name: TextForm


class SiteForm(Form):
    code: _Code
    name: TextForm
    address: TextForm
    hours: TextForm
    phone: _Phone = ""


class DeliveryForm(Form):
    queue: str | None = None
    by_mail: bool = False


class BundleForm(Form):
    code: _Code
    lead: str
    name: TextForm
    stages: Annotated[list[StageForm], Field(min_length=1)]
    aliases: list[_Alias] = []
    life_stages: list[str] = []
    before: EffortForm | None = None
    after: EffortForm | None = None
    delivery: DeliveryForm | None = None


class CounterForm(Form):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]?[0-9]{1,4}$")]
    zone: str
    kind: Literal["comprehensive", "department", "bundle", "enterprise", "collection", "resolution"]
    queues: Annotated[list[str], Field(min_length=1)]
    handicap_minutes: dict[str, Annotated[int, Field(ge=0, le=240)]] = {}
    accessible: bool = False
    name: TextForm


class TextsForm(Form):
    slip_rules: list[TextForm] = []
    ticker: list[TextForm] = []
    notices: list[TextForm] = []


class FormsForm(Form):
    keep_days_after_pickup: Annotated[int, Field(ge=0, le=30)] = 1


class AttractForm(Form):
    folder: Annotated[str, StringConstraints(max_length=255)] = ""
    seconds: Annotated[int, Field(ge=3, le=600)] = 12


_HomeButton = Annotated[HomeButton, Field(strict=False)]
"""A file names it; strictly taken it would have to be one already."""


class KioskForm(Form):
    ask_phone: bool = True
    book_ahead: bool = True
    home: Annotated[list[_HomeButton], Field(min_length=1)] = list(HomeButton)
    attract: AttractForm = AttractForm()


class KioskPlaceForm(Form):
    code: Annotated[str, StringConstraints(pattern=f"^{KIOSK_CODE}$")]
    zone: str | None = None
    name: TextForm


class ClerkForm(Form):
    login: Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]{1,64}$")]
    name: TextForm
    password: Annotated[str, StringConstraints(min_length=8, max_length=128)] | None = None
    password_hash: Annotated[str, StringConstraints(pattern=r"^\$argon2id\$")] | None = None
    change_password: bool | None = None
    role: Literal["clerk", "guide", "supervisor", "administrator"] = "clerk"
    skills: Annotated[list[str], Field(min_length=1)] | None = None


class FileForm(Form):
    hall: HallForm
    calendar: CalendarForm
    rules: RulesForm = RulesForm()
    zones: Annotated[list[ZoneForm], Field(min_length=1)]
    departments: Annotated[list[DepartmentForm], Field(min_length=1)]
    queues: Annotated[list[QueueForm], Field(min_length=1)]
    priority_classes: Annotated[list[PriorityClassForm], Field(min_length=1)]
    materials: list[MaterialForm] = []
    services: Annotated[list[ServiceForm], Field(min_length=1)]
    bundles: list[BundleForm] = []
    counters: Annotated[list[CounterForm], Field(min_length=1)]
    texts: TextsForm = TextsForm()
    slip: SlipForm | None = None
    forms: FormsForm = FormsForm()
    kiosk: KioskForm = KioskForm()
    kiosks: list[KioskPlaceForm] = []
    support_zones: list[ZoneForm] = []
    life_stages: list[LifeStageForm] = []
    sites: list[SiteForm] = []
    plans: list[FloorPlanForm] = []
    clerks: list[ClerkForm] = []
