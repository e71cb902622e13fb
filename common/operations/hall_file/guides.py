"""The guide of a service, from its form."""

from __future__ import annotations

from collections.abc import Mapping

from common.domain.guide import Delivery, Effort, Guide, SamplePicture, Site
from common.domain.ids import QueueCode, SiteCode
from common.domain.text import Text
from common.operations.hall_file.form import DeliveryForm, EffortForm, GuideForm, SiteForm
from common.operations.hall_file.text_form import TextForm


def guide(form: GuideForm, samples: Mapping[str, SamplePicture]) -> Guide:
    """`samples` are the pictures by the names of their files."""
    return Guide(
        who=_text(form.who),
        conditions=tuple(condition.value() for condition in form.conditions),
        statutory_days=form.statutory_days,
        statutory_calendar=form.statutory_calendar,
        basis=_text(form.basis),
        online_hint=_text(form.online_hint),
        by_mail=form.by_mail,
        self_service=form.self_service,
        note=_text(form.note),
        sample=samples[form.sample].digest if form.sample else "",
        sites=tuple(map(SiteCode, form.sites)),
    )


def site(form: SiteForm) -> Site:
    return Site(
        SiteCode(form.code),
        form.name.value(),
        form.address.value(),
        form.hours.value(),
        form.phone.strip(),
    )


def effort(form: EffortForm | None) -> Effort | None:
    if form is None:
        return None
    return Effort(form.materials, form.days, form.trips, form.counters)


def delivery(form: DeliveryForm | None) -> Delivery | None:
    if form is None:
        return None
    return Delivery(QueueCode(form.queue) if form.queue else None, form.by_mail)


def _text(form: TextForm | None) -> Text | None:
    return None if form is None else form.value()
