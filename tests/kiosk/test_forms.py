"""Filling in forms at the kiosk: from the list to the code, and everything that may be typed."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from common.domain.forms import FieldKey, FormBook
from common.domain.kept_form import FormState
from common.operations import form_files
from common.operations.form_files import FormFiles, read_forms
from common.operations.kept_forms import (
    form_keys,
    form_with_code,
    forms_of_number,
    kept_forms,
    make_form_key,
)
from kiosk.models import KioskModels
from kiosk.view_models.places import Page
from kiosk.view_models.stages import Stage

ADULT, CHILD = "999999199003070012", "999999201503070019"


@pytest.fixture(scope="module")
def files() -> FormFiles:
    return read_forms()


@pytest.fixture
def book(files, monkeypatch) -> FormBook:
    """The forms that come with the suite, read once."""
    monkeypatch.setattr(form_files, "read_forms", lambda _folder=None: files)
    return files.book


@pytest.fixture
def key(store, tmp_path) -> Path:
    file = tmp_path / "forms.key"
    make_form_key(store, file)
    return file


class Filler:
    """A citizen who fills in forms, without a window."""

    def __init__(self, models: KioskModels, qtbot, book: FormBook) -> None:
        self.models = models
        self.forms = models.forms
        self.filling = models.forms.form_filling
        self.editor = models.forms.field_editor
        self.keeping = models.forms.form_keeping
        self._qtbot = qtbot
        self._book = book

    @property
    def page(self) -> Page:
        return self.models.journey.page

    def wait(self, met: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(met)

    def begin(self, form: str, errand: str = "") -> None:
        self.models.journey.start()
        self.models.journey.open("forms")
        self.wait(lambda: self.forms.form_shelf.stateName == "ready")
        self.forms.choose_form(form)
        if errand:
            assert self.page is Page.FORMS
            self.forms.choose_errand(errand)

    def agree(self) -> list[str]:
        """To all notices that are shown; their codes."""
        codes = []
        while self.page is Page.FORM_NOTICE:
            codes.append(self.filling.notice["code"])
            self.filling.tick()
            self.filling.agree()
        return codes

    def type(self, key: str, value: str) -> str:
        """Into one field; the advice that is given, in Chinese."""
        self.editor.open(key)
        match self.editor.page["pad"]:
            case "choice":
                self.editor.choose(value)
            case "multi":
                for code in value.split(","):
                    self.editor.choose(code)
                self.editor.accept()
            case "consent":
                self.editor.tick()
                self.editor.accept()
            case "text":
                self.editor.write(value)
                self.editor.accept()
            case _:
                self.editor.clear()
                for sign in value:
                    self.editor.press(sign)
                self.editor.accept()
        return self.editor.advice["zh"] if self.editor.page.get("key") == key else ""

    def rows(self) -> dict[str, dict]:
        return {row["key"]: row for row in self.filling.step["rows"]}

    def fill_page(self, **other: str) -> None:
        """Everything that is needed and nothing else, with the examples of the dictionary."""
        for _ in range(4):  # an answer may ask for another
            for key, row in self.rows().items():
                if (row["needed"] or key in other) and not row["value"]["zh"]:
                    field = self._book.fields[FieldKey(key)]
                    example = field.choices[0].code if field.choices else field.example
                    assert self.type(key, other.get(key, example)) == "", key
        self.editor.close()

    def go_on_to(self, key: str) -> None:
        """The page that asks this."""
        for _ in range(9):
            if key in self.rows():
                return
            self.fill_page()
            self.filling.next()
            self.agree()
        raise AssertionError(key)

    def sign(self) -> None:
        for stroke in range(3):
            self.filling.begin_stroke(0.2 + stroke / 5, 0.3)
            for step in range(30):
                angle = step / 5
                self.filling.draw(0.2 + stroke / 5 + math.sin(angle) / 10, 0.4 + step / 100)
        self.filling.accept_signature()

    def fill(self, **other: str) -> list[str]:
        """From the notices to the code; the notices that were shown."""
        notices = self.agree()
        while self.page is Page.FORM:
            before = self.models.way.here
            self.fill_page(**other)
            self.filling.next()
            notices += self.agree()
            assert self.models.way.here != before, self.filling.step
        assert self.page is Page.FORM_PREVIEW
        self.filling.sign()
        assert self.page is Page.FORM_SIGN
        self.sign()
        self.wait(lambda: self.page is Page.FORM_DONE or self.keeping.stateName == "failed")
        return notices


@pytest.fixture
def filler(make_models, key, qtbot, book) -> Filler:
    return Filler(make_models(), qtbot, book)


def test_a_form_is_filled_in_signed_and_found_by_its_code(filler, store, key, clerk_who_opens):
    filler.begin("F02")
    assert filler.page is Page.FORM_NOTICE
    assert filler.fill() == ["privacy", "sensitive"]
    assert filler.page is Page.FORM_DONE
    code = filler.keeping.code
    (kept,) = kept_forms(store)
    assert (kept.code, kept.state, kept.kiosk) == (code, FormState.WAITING, "kiosk-7")
    filled = clerk_who_opens(code)
    assert filled.answers["applicant.doc_no"] == ADULT
    assert filled.answers["applicant.birth"] == "1990-03-07"
    assert filled.answers["applicant.sex"] == "male"
    assert filled.answers["consent.privacy"] == "1"
    assert filled.services == ("CB001",)
    assert filler.filling.answers == {}  # nothing stays but the code


@pytest.fixture
def clerk_who_opens(store, key) -> Callable:
    from common.domain.forms import unpacked
    from common.operations.kept_forms.sealing import open_box, place_of

    def read(code: str):
        keys = form_keys(store, key)
        form = form_with_code(store, code)
        with store.read() as tx:
            place = place_of(tx.hall.code, form.id, form.key_id)
            return unpacked(open_box(keys.private[form.key_id], tx.forms.sealed(form.id), place))

    return read


# ── consent ──────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_ticked_beforehand_and_nothing_asked_before_it_is(filler):
    filler.begin("F02")
    assert filler.filling.ticked is False
    filler.filling.agree()
    assert filler.page is Page.FORM_NOTICE
    told = filler.filling.notice["text"]["zh"]
    assert "7 天" in told
    assert "{" not in told
    filler.filling.tick()
    filler.filling.agree()
    assert filler.filling.notice["code"] == "sensitive"  # a page of its own
    assert "资助参保类别" in filler.filling.notice["text"]["zh"]
    assert filler.filling.ticked is False


def test_who_does_not_agree_is_led_back_and_nothing_is_kept(filler, store):
    filler.begin("F02")
    filler.agree()
    filler.type("applicant.doc_type", "resident_id")
    filler.filling.refuse()
    assert filler.page is Page.FORMS
    assert filler.filling.answers == {}
    assert kept_forms(store) == ()


def test_a_guardian_agrees_for_a_child_before_the_next_page(filler):
    filler.begin("F02")
    filler.agree()
    filler.fill_page(**{"applicant.doc_no": CHILD})
    filler.filling.next()
    assert filler.page is Page.FORM_NOTICE
    assert filler.filling.notice["code"] == "guardian"
    filler.agree()
    assert filler.filling.step["title"]["zh"] == "参保信息"
    filler.type("ins.kind", "minor")
    filler.models.journey.back()
    assert filler.filling.step["title"]["zh"] == "参保人"  # not the notice again


# ── fields ───────────────────────────────────────────────────────────────────────────────────


WRONG = {
    "applicant.doc_no": ("999999199003070013", "号码有误，请对照证件逐位核对"),
    "applicant.mobile": ("12800138000", "手机号为 1 开头的 11 位数字，请核对"),
    "applicant.name": ("张😀三", "“😀”无法填入表格，请删去，只用文字、数字和标点"),
    "applicant.live_addr": ("12", "请填写完整地址：区县、街道、门牌号"),
}


def test_a_wrong_answer_is_told_at_once_and_what_to_do(filler):
    filler.begin("F02")
    filler.agree()
    filler.type("applicant.doc_type", "resident_id")
    for field, (typed, advice) in WRONG.items():
        assert filler.type(field, typed) == advice
        assert filler.editor.isOpen
        filler.editor.close()
        assert filler.rows()[field]["level"] == "fault"
        assert filler.rows()[field]["fault"]["zh"] == advice


def test_a_firm_has_a_code_and_no_person(filler):
    filler.begin("F15", "AC004")
    filler.agree()
    assert filler.type("biz.uscc", "91999999MA0000001A") == "代码有误，请对照营业执照逐位核对"
    assert filler.type("biz.uscc", "91999999ma0000001n") == ""
    assert filler.filling.answers["biz.uscc"] == "91999999MA0000001N"


def test_birth_and_sex_are_told_by_the_number_and_never_asked(filler):
    filler.begin("F02")
    filler.agree()
    filler.type("applicant.doc_type", "resident_id")
    filler.type("applicant.doc_no", ADULT)
    assert not {"applicant.birth", "applicant.sex"} & filler.rows().keys()
    assert [row["value"]["zh"] for row in filler.filling.step["derived"]] == ["男", "1990年3月7日"]
    filler.editor.close()
    filler.type("applicant.doc_type", "passport")  # which tells neither
    assert {"applicant.birth", "applicant.sex"} <= filler.rows().keys()


def test_a_doubtful_bank_card_is_a_warning_that_is_told_once(filler):
    filler.begin("F14", "YJS08")
    filler.agree()
    filler.go_on_to("applicant.bank_no")
    assert "再核对一遍" in filler.type("applicant.bank_no", "6200000000000000001")
    assert filler.editor.isCaution
    filler.editor.accept()
    assert filler.editor.page.get("key") != "applicant.bank_no"
    assert filler.rows()["applicant.bank_no"]["level"] == "warning"
    assert filler.filling.form.first_fault(filler.models.way.here.step) == "applicant.bank_name"


def test_an_answer_opens_fields_and_rules_look_across_them(filler):
    filler.begin("F06", "YJS06")
    filler.agree()
    filler.fill_page(**{"applicant.marital": "married"})
    filler.filling.next()
    assert filler.filling.step["title"]["zh"] == "配偶"
    assert filler.type("spouse.doc_no", ADULT) == "配偶不能是申请人本人，请核对号码"
    filler.editor.close()
    filler.fill_page(**{"spouse.name": "测试丙"})
    filler.filling.next()
    assert filler.filling.step["title"]["zh"] == "配偶"
    assert filler.filling.step["stopped"] is True
    filler.type("spouse.doc_no", "99999919780101004X")
    filler.editor.close()
    filler.filling.next()
    assert filler.filling.step["title"]["zh"] == "家庭"


def test_the_way_back_passes_over_a_page_that_asks_nothing_any_more(filler):
    filler.begin("F06", "YJS06")
    filler.agree()
    filler.fill_page(**{"applicant.marital": "married"})
    filler.filling.next()
    filler.fill_page(**{"spouse.name": "测试丙", "spouse.doc_no": "99999919780101004X"})
    while filler.page is Page.FORM:
        filler.fill_page()
        filler.filling.next()
    assert filler.page is Page.FORM_PREVIEW
    assert filler.type("applicant.marital", "single") == ""
    titles = []
    for _ in range(3):
        filler.models.journey.back()
        assert filler.rows()
        titles.append(filler.filling.step["title"]["zh"])
    assert titles == ["确认", "家庭", "申请人"]


def test_another_form_leaves_no_page_of_the_one_before_on_the_way_back(filler):
    journey, basket = filler.models.journey, filler.models.basket
    journey.start()
    journey.choose_service("CB001")
    basket.add_another()
    filler.begin("F14", "YJS08")
    filler.agree()
    filler.go_on_to("applicant.bank_no")
    basket.open()
    basket.proceed()
    filler.forms.begin_taken()
    filler.agree()
    assert filler.filling.title["zh"] == "城乡居民医保参保登记"
    pages = []
    while filler.models.way.depth > 2:
        journey.back()
        pages.append(filler.page)
    assert not {Page.FORM, Page.FORM_NOTICE} & set(pages)


def test_a_pad_takes_no_more_signs_than_its_field(filler):
    filler.begin("F15", "AC004")
    filler.agree()
    filler.editor.open("biz.uscc")
    for _ in range(500):
        filler.editor.press("9")
    assert len(filler.editor.typed) == filler.editor.field.max_length


def test_what_is_missing_keeps_the_page_and_is_marked(filler):
    filler.begin("F02")
    filler.agree()
    filler.filling.next()
    rows = filler.rows()
    assert filler.page is Page.FORM
    assert rows["applicant.name"]["level"] == "missing"
    assert rows["applicant.name"]["fault"]["zh"] == "请填写姓名"
    assert rows["applicant.hukou_addr"]["level"] == ""  # may be left empty
    assert filler.type("applicant.name", "") == "请填写姓名"


def test_a_date_is_typed_as_digits_and_may_have_no_end_where_a_field_says_so(filler):
    filler.begin("F10", "YJS05")
    filler.agree()
    filler.go_on_to("marry.date")
    filler.editor.open("marry.date")
    for sign in "2027-02.30x9":
        filler.editor.press(sign)
    assert filler.editor.typed == "20270230"  # nothing but eight digits
    filler.editor.accept()
    assert filler.editor.advice["zh"].startswith("没有这一天")
    filler.editor.clear()
    filler.editor.choose_forever()
    assert filler.editor.typed == ""
    assert filler.type("marry.date", "20270314") == "这一天大厅不办公，请另选一天"
    assert filler.editor.isCaution


ATTACKS = {
    "张👩‍👩‍👧": "无法填入表格",
    "某" * 10_000: "最多 60 个字符",
    "张\u202e三": "看不见的字符",
    "张\x00\x1b三\r\n": "看不见的字符",
    "张\ud800三": "看不见的字符",
    "张3": "姓名中不能有数字",
}


def test_nothing_that_is_pasted_gets_into_a_form_unseen(filler):
    filler.begin("F02")
    filler.agree()
    for typed, advice in ATTACKS.items():
        assert advice in filler.type("applicant.name", typed)
        kept = filler.filling.answers["applicant.name"]
        assert len(kept) <= 2_000
        assert all(sign.isprintable() or sign == "\u200d" for sign in kept)
        filler.editor.close()
    for key in ("applicant.doc_no", "applicant.mobile"):
        assert filler.type(key, "12\u202e\x00x😀" + "9" * 5_000) != ""
        assert set(filler.filling.answers[key]) <= set("0123456789X")


# ── several forms, and the way through them ──────────────────────────────────────────────────


def test_what_is_typed_once_fills_every_form_of_an_errand(filler, clerk_who_opens, hall):
    journey = filler.models.journey
    journey.start()
    journey.open("guides")
    journey.choose_bundle("YJS02")
    filler.wait(lambda: bool(filler.forms.ofGuide))
    names = filler.forms.ofGuide
    filler.forms.begin_read()
    filler.fill()
    filled = clerk_who_opens(filler.keeping.code)
    assert len(filled.forms) == len(names) >= 1
    assert filled.answers["applicant.name"] == "测试甲"


def test_the_overview_masks_and_corrects_and_a_correction_undoes_the_signature(filler):
    filler.begin("F02")
    filler.agree()
    while filler.page is Page.FORM:
        filler.fill_page()
        filler.filling.next()
        filler.agree()
    shown = {row["key"]: row["value"]["zh"] for b in filler.filling.overview for row in b["rows"]}
    assert shown["applicant.doc_no"] == "9*************0012"
    assert shown["applicant.name"] == "测**"
    assert "applicant.sex" not in shown  # follows from the number
    filler.filling.sign()
    filler.filling.begin_stroke(0.5, 0.5)
    filler.filling.accept_signature()
    assert filler.filling.signFault["zh"] == "请用手指在框内签写姓名"
    assert filler.page is Page.FORM_SIGN
    filler.models.journey.back()
    filler.type("applicant.name", "")
    filler.editor.close()
    assert filler.filling.signature == []
    filler.filling.sign()
    assert filler.page is Page.FORM  # where something is missing
    assert filler.rows()["applicant.name"]["level"] == "missing"


def test_a_form_belongs_to_the_number_that_was_taken_in_the_same_visit(filler, store):
    models = filler.models
    models.journey.start()
    models.journey.choose_service("CB001")
    filler.wait(lambda: bool(filler.forms.ofNumber))
    models.taking.take_number()
    filler.wait(lambda: filler.page is Page.SLIP)
    models.taking.keep()
    filler.forms.begin_taken()
    filler.fill()
    assert filler.page is Page.FORM_DONE
    assert filler.keeping.page["number"] == models.taking.number
    (form,) = kept_forms(store)
    assert form.ticket is not None
    models.journey.back()
    assert filler.page is Page.SLIP  # the number is still there


@pytest.mark.parametrize(("service", "found"), [("CB001", 1), ("FA002", 0)])
def test_a_number_that_is_taken_after_its_form_leads_to_it(filler, store, service, found):
    """One that is taken for something else has no business with the form."""
    filler.begin("F02")
    filler.fill()
    assert filler.page is Page.FORM_DONE
    models = filler.models
    if service == "CB001":
        filler.forms.take_number()
    else:
        models.journey.go_home()
        models.journey.choose_service(service)
    models.taking.take_number()
    filler.wait(lambda: models.taking.stage is Stage.ON_SCREEN)
    filler.wait(lambda: models.outbox.waiting == 0)
    forms = forms_of_number(store, models.taking.number)
    assert len(forms) == found
    assert len(kept_forms(store)) == 1


# ── leaving, and what goes wrong ─────────────────────────────────────────────────────────────


def test_who_walks_away_leaves_nothing(filler, store, idle_clock):
    filler.begin("F02")
    filler.agree()
    filler.fill_page()
    idle_clock.seconds += 59
    filler.editor.open("applicant.name")
    filler.editor.write("测试乙")  # typing is a touch
    idle_clock.seconds += 59
    filler.models.idle.tick()
    assert filler.page is Page.FORM
    idle_clock.seconds += 2
    filler.models.idle.tick()
    assert filler.page is Page.ATTRACT
    assert filler.filling.answers == {}
    assert filler.filling.form is None
    assert filler.editor.typed == ""
    assert kept_forms(store) == ()


def test_a_database_that_is_away_keeps_what_was_typed_for_another_try(
    filler, store, sqlite_url, monkeypatch
):
    from common.operations import kept_forms as operations
    from common.store import DatabaseAway

    real = operations.keep_form

    def away(*_: object, **__: object) -> str:
        raise DatabaseAway(place="here", detail="unplugged")

    monkeypatch.setattr(operations, "keep_form", away)
    filler.begin("F02")
    filler.fill()
    assert filler.page is Page.FORM_SIGN  # not the page of a hall without its database
    assert filler.keeping.failure["zh"]
    assert filler.filling.answers["applicant.name"] == "测试甲"
    monkeypatch.setattr(operations, "keep_form", real)
    filler.filling.accept_signature()
    filler.wait(lambda: filler.page is Page.FORM_DONE)
    assert len(kept_forms(store)) == 1


def test_a_hall_without_a_key_asks_for_nothing(make_models, qtbot, book):
    filler = Filler(make_models(), qtbot, book)
    filler.models.journey.start()
    filler.models.journey.open("forms")
    filler.wait(lambda: filler.forms.form_shelf.stateName == "no_key")
    filler.models.journey.go_home()
    filler.models.journey.choose_service("CB001")
    assert filler.forms.ofNumber == []
    filler.forms.begin_taken()
    assert filler.page is Page.FORMS  # which says so


def test_nothing_of_a_form_is_in_the_database_in_words_or_in_the_log(
    filler, sqlite_url, caplog, tmp_path
):
    caplog.set_level(0)
    filler.begin("F02")
    filler.fill()
    kept = b"".join(file.read_bytes() for file in Path(sqlite_url).parent.glob("*.db*"))
    for secret in (ADULT, "测试甲", "13800138000", "某街道"):
        assert secret.encode() not in kept
        assert secret not in caplog.text
    with closing(sqlite3.connect(sqlite_url)) as database:
        ((events,),) = database.execute("SELECT group_concat(facts) FROM event").fetchall()
    assert filler.keeping.code not in (events or "")


class Card:
    """What a reader tells of an identity card."""

    name, number, nation, address = "测试甲", ADULT, "01", "某市某区某街道 1 号"
    is_foreigners = False

    def __init__(self) -> None:
        from datetime import date

        from common.domain.forms.identity import DocumentType, Sex

        self.document, self.sex, self.birth = DocumentType.RESIDENT_ID, Sex.MALE, date(1990, 3, 7)


def test_an_identity_card_fills_the_person_of_the_page(filler):
    filler.begin("F02")
    assert filler.forms.take_card(Card()) is False  # before anything was agreed to
    filler.agree()
    assert filler.forms.take_card(Card()) is True
    answers = filler.filling.answers
    assert answers["applicant.name"] == "测试甲"
    assert answers["applicant.hukou_addr"] == "某市某区某街道 1 号"
    assert answers["applicant.doc_type"] == "resident_id"
    assert filler.rows().keys() == {
        *("applicant.doc_type", "applicant.doc_no", "applicant.name"),
        *("applicant.mobile", "applicant.live_addr", "applicant.hukou_addr"),
    }


def test_an_open_field_says_whose_card_it_is(filler):
    filler.begin("F06", "YJS06")
    filler.agree()
    filler.fill_page(**{"applicant.marital": "married"})
    filler.filling.next()
    filler.editor.open("spouse.name")
    assert filler.forms.take_card(Card()) is True
    assert filler.filling.answers["spouse.name"] == "测试甲"
    assert filler.editor.typed == "测试甲"


def test_the_code_comes_out_on_paper_and_again_when_asked(
    make_models, key, qtbot, book, paper_printer, sqlite_url
):
    filler = Filler(make_models(paper_printer.url), qtbot, book)
    filler.begin("F02")
    filler.fill()
    paper = filler.forms.code_paper
    filler.wait(lambda: paper.stateName == "printed")
    filler.keeping.print_code()
    filler.wait(lambda: paper.stateName == "printed")

    def jobs() -> list[tuple[str, str | None]]:
        with closing(sqlite3.connect(sqlite_url)) as database:
            return database.execute("SELECT paper, ticket FROM print_job").fetchall()

    filler.wait(lambda: jobs() == [("form_code", None)] * 2)


def test_home_leads_from_a_form_back_to_the_number(filler):
    models = filler.models
    models.journey.start()
    models.journey.choose_service("CB001")
    filler.wait(lambda: bool(filler.forms.ofNumber))
    models.taking.take_number()
    filler.wait(lambda: filler.page is Page.SLIP)
    models.taking.keep()
    filler.forms.begin_taken()
    filler.agree()
    models.journey.go_home()
    assert filler.page is Page.SLIP
    assert models.taking.number
