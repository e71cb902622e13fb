"""Every page in both languages, upright and wide, ordinary and large: nothing cut or forgotten."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from common.operations import issue, new_id
from common.operations.errors import NumberStillOpen
from common.store.errors import DatabaseNewer
from kiosk.view_models.stages import Stage
from tests.kiosk.looking import check, shown_at

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
LANGUAGES = ("zh", "en")
LONG = os.environ.get("JIAOHAO_PROOF") == "long"
"""Look at every view of every page: `JIAOHAO_PROOF=long`."""
LONGER = "en"
"""Its names are the longer ones; where every name of the hall is looked at, these will do."""


def attract(citizen):
    pass


def home(citizen):
    citizen.app.journey.start()


def take(citizen):
    home(citizen)
    citizen.app.journey.open("take")


def find(citizen):
    home(citizen)
    citizen.app.journey.open_search()
    citizen.wait_for(lambda: citizen.app.models.finding.ready)


def found(citizen):
    find(citizen)
    citizen.app.models.finding.press("S")


def nothing_found(citizen):
    find(citizen)
    for letter in "QXQ9":
        citizen.app.models.finding.press(letter)


def life_stages(citizen):
    home(citizen)
    citizen.app.journey.open_life_stages()


def guide_ticked(citizen):
    home(citizen)
    citizen.app.journey.open("guides")
    citizen.app.journey.choose_service("AA004")
    citizen.app.models.guide.tick("lic")


def guide_of_bundle(citizen):
    home(citizen)
    citizen.app.journey.open("guides")
    citizen.app.journey.choose_bundle("YJS01")
    citizen.wait_for(lambda: citizen.sees("promise_card"))


def guide_with_sites(citizen):
    home(citizen)
    citizen.app.journey.open("guides")
    citizen.app.journey.choose_service("CB004")


def zones(citizen):
    home(citizen)
    citizen.app.journey.open_zones()


def departments(citizen):
    home(citizen)
    citizen.app.journey.open_departments()


def bundles(citizen):
    home(citizen)
    citizen.app.journey.open_bundles()


def services(citizen):
    home(citizen)
    citizen.app.journey.open_zone("A")


def confirm(citizen):
    home(citizen)
    citizen.app.journey.choose_service("FA002")
    citizen.app.taking.choose_priority("P4")


def confirm_bundle(citizen):
    home(citizen)
    citizen.app.journey.choose_bundle("YJS01")


def priority(citizen):
    confirm(citizen)
    citizen.wait_until_settled()
    citizen.touch("priority_button")


PHONE = "13800138000"


def phone_pad(citizen):
    confirm(citizen)
    citizen.app.models.phone.open()
    for digit in PHONE[:7]:
        citizen.app.models.phone.press(digit)


def phone_pad_faulty(citizen):
    confirm(citizen)
    enter_phone(citizen)
    citizen.app.models.phone.open()
    citizen.app.models.phone.press("1")
    citizen.app.models.phone.press("2")


def phone_entered(citizen):
    confirm(citizen)
    enter_phone(citizen)


def enter_phone(citizen):
    citizen.app.models.phone.open()
    for digit in PHONE:
        citizen.app.models.phone.press(digit)
    citizen.app.models.phone.accept()


def still_open(citizen):
    """Somebody comes back who took a number before."""
    store = citizen.app.taking._store
    with suppress(NumberStillOpen):
        issue(store, ["FA002"], ticket=new_id(), person=PHONE)
    phone_entered(citizen)
    citizen.app.taking.take_number()
    citizen.wait_for(lambda: citizen.app.taking.stage is Stage.STILL_OPEN)


def number_shown(citizen):
    still_open(citizen)
    citizen.app.taking.show_number()


def slip(citizen):
    confirm(citizen)
    citizen.app.taking.take_number()
    citizen.wait_for(lambda: citizen.app.taking.stage is Stage.ON_SCREEN)


def slip_cancelled(citizen):
    slip(citizen)
    citizen.app.taking.cancel()
    citizen.wait_for(lambda: citizen.app.taking.stage is Stage.CANCELLED)


def idle(citizen):
    home(citizen)
    citizen.app.models.idle.begin(12, 15)


def away(citizen):
    home(citizen)
    citizen.app.models.hall.lose()


def of_another_version(citizen):
    home(citizen)
    citizen.app.models.hall.lose(DatabaseNewer(place="hall.db"))


def broken(citizen):
    citizen.app.journey.give_up()


PAGES = [
    attract,
    home,
    take,
    find,
    found,
    nothing_found,
    life_stages,
    guide_ticked,
    guide_of_bundle,
    guide_with_sites,
    zones,
    departments,
    bundles,
    services,
    confirm,
    confirm_bundle,
    priority,
    phone_pad,
    phone_pad_faulty,
    phone_entered,
    still_open,
    number_shown,
    slip,
    slip_cancelled,
    idle,
    away,
    of_another_version,
    broken,
]


@pytest.fixture(params=SIZES)
def shape(request) -> str:
    return request.param


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


USUAL_VIEWS = [
    ("landscape", "en", True),
    ("landscape", "zh", False),
    ("portrait", "en", False),
    ("portrait", "zh", True),
]
"""Every two of shape, language and size of text together once; the first has the least room."""
in_each_view = pytest.mark.parametrize(
    ("shape", "language", "large"),
    [*product(SIZES, LANGUAGES, (False, True))] if LONG else USUAL_VIEWS,
    indirect=["shape", "language"],
)


@pytest.mark.parametrize(
    ("shape", "language", "large"),
    [
        ("portrait", "zh", False),
        ("portrait", "en", True),
        ("landscape", "en", True),
    ],
    indirect=["shape", "language"],
)
def test_nothing_is_cut_and_nothing_untranslated(make_kiosk, presentation, shape, language, large):
    presentation.translator.set_language(language)  # and each visit begins in it
    citizen = make_kiosk(size=SIZES[shape])
    for page in PAGES:
        if large and page is attract:
            continue
        comes_large = large and shape == "landscape"  # upright it becomes large when it is there
        if comes_large:
            citizen.app.journey.switch_text_size()
        page(citizen)
        if large and not comes_large:
            citizen.app.journey.switch_text_size()
        if page is idle:
            citizen.app.models.idle.begin(12, 15)
        check(citizen, language, f"{page.__name__}-{shape}-{language}{'-large' if large else ''}")
        citizen.app.models.hall.refresh()
        citizen.wait_for(lambda: not citizen.app.models.hall.away)
        citizen.app.journey.finish()
        citizen.wait_until_settled()


@in_each_view
def test_the_pages_of_a_slip_and_of_a_printer_without_paper_are_whole(
    make_kiosk, presentation, paper_printer, shape, language, large
):
    citizen = make_kiosk(paper_printer.url, size=SIZES[shape])
    taking = citizen.app.taking

    def look(page: str) -> None:
        if large:
            citizen.app.journey.switch_text_size()
        presentation.translator.set_language(language)
        check(citizen, language, f"{page}-{shape}-{language}{'-large' * large}")

    confirm(citizen)
    taking.take_number()
    citizen.wait_for(lambda: taking.stage is Stage.PRINTED)
    look("slip_printed")
    citizen.app.journey.finish()

    paper_printer.device.load_paper(25)
    home(citizen)
    citizen.app.journey.choose_service("BA004")  # the longest words
    taking.choose_priority("P4")
    taking.take_number()
    citizen.wait_for(lambda: taking.stage is Stage.UNPROVEN)
    look("slip_unproven")
    place, keep = shown_at(citizen.find("place_card")), shown_at(citizen.find("keep_button"))
    assert place.bottom() + 16 <= keep.top(), "the decision about half a slip is free"
    citizen.app.journey.finish()

    paper_printer.device.load_paper(0)
    confirm(citizen)
    taking.take_number()
    citizen.wait_for_page("printer")
    look("printer")


def test_a_refusal_is_whole_on_the_confirm_page(make_kiosk, presentation, records, shape):
    records.set_quota(1)
    records.take("FA002")
    citizen = make_kiosk(size=SIZES[shape])
    confirm(citizen)
    citizen.app.taking.take_number()
    citizen.wait_for(lambda: citizen.app.taking.refusal["zh"] != "")
    for language in LANGUAGES:
        presentation.translator.set_language(language)
        citizen.wait_until_settled()
        assert citizen.text("notice_words") == citizen.app.taking.refusal[language] != ""
        check(citizen, language, f"refused-{shape}-{language}")


@pytest.fixture
def half_closed(store):
    """A hall in which half of the services, and so most bundles, are not done on a Monday."""
    with store.write() as tx:
        hall = tx.hall
        thursdays = tuple(
            replace(one, weekdays=(3,)) if index % 2 else one
            for index, one in enumerate(hall.services)
        )
        tx.write_hall(replace(hall, services=thursdays))


@in_each_view
def test_what_is_not_done_today_says_so_on_every_page(
    make_kiosk, presentation, half_closed, hall, shape, language, large
):
    presentation.translator.set_language(language)
    citizen = make_kiosk(size=SIZES[shape])
    reason = {"zh": "今天不办理，下次：周四", "en": "Not today. Next: Thursday"}[language]
    closed = [service for index, service in enumerate(hall.services) if index % 2]
    for page in (take, services, bundles):
        page(citizen)
        if large:
            citizen.app.journey.switch_text_size()
        check(citizen, language, f"not_today_{page.__name__}-{shape}-{language}{'-large' * large}")
        assert reason in citizen.words()
        citizen.app.journey.finish()
        citizen.wait_until_settled()
    home(citizen)
    if large:
        citizen.app.journey.switch_text_size()
    citizen.app.journey.choose_service(closed[0].code)
    check(citizen, language, f"not_today_confirm-{shape}-{language}{'-large' * large}")
    assert citizen.text("notice_words") == reason
    another_day = {"zh": "预约改天来办", "en": "Book a time on another day"}[language]
    assert citizen.text("take_number_button") == another_day


@in_each_view
def test_the_printer_page_is_whole_for_a_number_of_before(
    make_kiosk, presentation, paper_printer, shape, language, large
):
    paper_printer.device.load_paper(0)
    citizen = make_kiosk(paper_printer.url, size=SIZES[shape])
    presentation.translator.set_language(language)
    still_open(citizen)
    if large:
        citizen.app.journey.switch_text_size()
    check(citizen, language, f"still_open_printer-{shape}-{language}{'-large' * large}")
    citizen.app.taking.reprint()
    citizen.wait_for_page("printer")
    check(citizen, language, f"reprint_no_paper-{shape}-{language}{'-large' * large}")
    assert any("FA001" in words for words in citizen.words())


def test_the_closed_page_is_whole(make_kiosk, presentation, hall_with_hours, clock, shape):
    clock.set(datetime(2026, 11, 23, 4, 30, tzinfo=UTC))  # lunch, which has most to tell
    citizen = make_kiosk(on=hall_with_hours, size=SIZES[shape])
    for large, language in product(("", "-large"), LANGUAGES):
        if large and not citizen.app.journey.largeText:
            citizen.app.journey.switch_text_size()
        presentation.translator.set_language(language)
        check(citizen, language, f"closed-{shape}-{language}{large}")


@pytest.mark.parametrize(
    ("shape", "large"),
    [*product(SIZES, (False, True))] if LONG else [("portrait", False), ("landscape", True)],
    indirect=["shape"],
)
def test_every_service_name_is_whole_on_its_tile(make_kiosk, presentation, hall, shape, large):
    """Beside the reason why not today, where there is less room, the next test looks at each."""
    presentation.translator.set_language(LONGER)
    citizen = make_kiosk(size=SIZES[shape])
    citizen.app.journey.start()
    if large:
        citizen.app.journey.switch_text_size()
    seen: set[str] = set()
    for zone in hall.zones:
        citizen.app.journey.open_zone(zone.code)
        citizen.wait_until_settled()
        while True:
            check(citizen, LONGER, "list")
            seen |= {item.objectName() for item in citizen.items()}
            if not citizen.sees("page_down_button"):
                break
            citizen.touch("page_down_button")
            citizen.wait_for(lambda: not citizen.find("paged_grid").property("sliding"))
        citizen.app.journey.go_home()
        citizen.wait_until_settled()
    assert {f"service_{service.code}" for service in hall.services} <= seen


def test_every_name_is_whole_beside_the_reason_why_not_today(
    make_kiosk, presentation, store, hall, shape
):
    with store.write() as tx:
        tx.write_hall(replace(hall, services=[replace(s, weekdays=(2,)) for s in hall.services]))
    citizen = make_kiosk(size=SIZES[shape])
    citizen.app.journey.start_in(LONGER)
    citizen.app.journey.switch_text_size()
    citizen.app.journey.open("take")
    check(citizen, LONGER, f"no_service-take-{shape}-{LONGER}-large")
    for zone in hall.zones:
        citizen.app.journey.open_zone(zone.code)
        citizen.wait_until_settled()
        while True:
            check(citizen, LONGER, f"no_service-{zone.code}-{shape}-{LONGER}-large")
            if not citizen.sees("page_down_button"):
                break
            citizen.touch("page_down_button")
            citizen.wait_for(lambda: not citizen.find("paged_grid").property("sliding"))
        citizen.app.journey.go_home()
        citizen.wait_until_settled()


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (1080, 1440), (1280, 1024)])
def test_other_screens_are_whole_too(make_kiosk, size):
    citizen = make_kiosk(size=size)
    for page in (home, take, found, guide_ticked, confirm_bundle, phone_pad):
        page(citizen)
        check(citizen, "zh", f"{page.__name__}-{size[0]}x{size[1]}")
        citizen.app.journey.finish()
