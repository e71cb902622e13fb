"""The four promises of a bundle: kept or open by what the hall and its forms say."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from common.domain.calendar import Calendar, Hours
from common.domain.forms import Form, FormBook
from common.domain.forms.form import Entry, Section
from common.domain.guide import Delivery, Effort
from common.domain.hall import Bundle, Stage, StageMode
from common.domain.promises import Promise, check_promises
from common.domain.text import Text

KEPT = dict.fromkeys(Promise, True)


def form(code: str, *fields: str, services=(), bundles=()) -> Form:
    page = Section("page", Text(code, code), tuple(Entry(field) for field in fields))
    return Form(code, Text(f"{code}表", f"Form {code}"), services, bundles, (page,))


def book(*forms: Form) -> FormBook:
    return FormBook({}, {}, {one.code: one for one in forms})


JOINT_FORM = book(form("F1", "applicant.name", bundles=("ALL",)))


@pytest.fixture
def bundle() -> Bundle:
    """Asks for two papers, one of them three times."""
    return Bundle(
        "ALL",
        Text("一件事", "All of it"),
        "D1",
        (Stage(StageMode.SERIAL, ("S1",)), Stage(StageMode.PARALLEL, ("S3", "S2"))),
        delivery=Delivery("QA", by_mail=True),
    )


@pytest.fixture
def judged(small_hall, bundle):
    """Which promises are kept, and the English words of one."""

    def judged(changed=bundle, forms=JOINT_FORM, hall=small_hall, of=None):
        checks = check_promises(hall, changed, forms)
        assert [check.promise for check in checks] == list(Promise)
        if of is not None:
            return next(check.words.en for check in checks if check.promise is of)
        return {check.promise: check.kept for check in checks}

    return judged


def test_a_bundle_that_keeps_all_four_says_how(judged, small_hall, bundle):
    assert judged() == KEPT
    papers = len(small_hall.materials_of(bundle.services))
    assert judged(of=Promise.TOLD) == f"One list, {papers} papers"
    assert judged(of=Promise.FORM) == "Filled in once: Form F1"
    assert judged(of=Promise.JOINT) == "One number for 3 services"
    assert judged(of=Promise.DELIVERED) == "All collected at QA, or mailed"


def test_people_are_told_once_when_list_and_figures_agree(judged, small_hall, bundle):
    papers = len(small_hall.materials_of(bundle.services))
    told = replace(bundle, after=Effort(materials=papers, days=1, trips=1, counters=1))
    assert judged(told) == KEPT
    lied = replace(bundle, after=Effort(materials=papers - 1, days=1, trips=1, counters=1))
    assert judged(lied) == KEPT | {Promise.TOLD: False}
    assert f"the list has {papers}" in judged(lied, of=Promise.TOLD)
    bare = replace(
        small_hall, services=tuple(replace(s, materials=()) for s in small_hall.services)
    )
    assert judged(hall=bare) == KEPT | {Promise.TOLD: False}


def test_without_a_form_there_is_no_one_form(judged):
    assert judged(forms=book()) == KEPT | {Promise.FORM: False}


def test_several_forms_are_one_when_each_shares_a_field(judged):
    first = form("F1", "applicant.name", "shop.name", services=("S1",))
    second = form("F2", "applicant.name", services=("S3",))
    third = form("F3", "car.plate", services=("S2",))
    assert judged(forms=book(first, second)) == KEPT
    assert judged(forms=book(first, second), of=Promise.FORM) == "2 forms, filled in as one"
    assert judged(forms=book(first, second, third)) == KEPT | {Promise.FORM: False}
    assert judged(forms=book(first, second, third), of=Promise.FORM).startswith("form F3 asks")


def test_one_number_goes_to_each_of_several_services_once(judged, bundle):
    again = replace(bundle, stages=(*bundle.stages, Stage(StageMode.SERIAL, ("S1",))))
    assert judged(again) == KEPT | {Promise.JOINT: False}
    assert "its stages have S1 more than once" in judged(again, of=Promise.JOINT)
    single = replace(bundle, stages=bundle.stages[:1])
    assert judged(single) == KEPT | {Promise.JOINT: False}


def test_one_number_needs_a_day_on_which_all_is_done(judged, small_hall, bundle):
    def on(**weekdays):
        services = (replace(s, weekdays=weekdays.get(s.code)) for s in small_hall.services)
        return replace(small_hall, services=tuple(services))

    assert judged(hall=on(S1=(0, 3), S3=(3,))) == KEPT
    assert judged(hall=on(S1=(0,), S3=(3,))) == KEPT | {Promise.JOINT: False}


def test_a_day_without_the_counters_of_a_service_is_none_for_it(judged, small_hall):
    hours = (Hours(time(9), time(12)),)
    queue = small_hall.service("S1").queue
    others = tuple(counter.code for counter in small_hall.counters if queue not in counter.queues)
    without = Calendar(days=((0, hours),), counters=((0, others),))
    assert judged(hall=replace(small_hall, calendar=without)) == KEPT | {Promise.JOINT: False}
    always = replace(without, always=True)
    assert judged(hall=replace(small_hall, calendar=always)) == KEPT


def test_the_way_of_delivery_is_said_by_the_hall(judged, bundle):
    assert judged(replace(bundle, delivery=None)) == KEPT | {Promise.DELIVERED: False}
    for delivery, words in (
        (Delivery("QA"), "All collected at QA"),
        (Delivery(by_mail=True), "All mailed together"),
    ):
        assert judged(replace(bundle, delivery=delivery), of=Promise.DELIVERED) == words
