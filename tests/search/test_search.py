"""How words are matched, and which result goes before which."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from common.domain.text import Language, Text
from common.search import Certainty, Field, SearchIndex
from common.search.fillers import without_fillers
from common.search.units import query_of


def renamed(hall, **names):
    """A hall in which some services are called otherwise: `renamed(hall, FA001="重庆银行")`."""
    return replace(
        hall,
        bundles=(),
        services=tuple(
            replace(s, name=Text(names[s.code], "Other"), aliases=(), popular=False)
            for s in hall.services
            if s.code in names
        ),
    )


def found(hall, typed):
    return {str(one.code): one.certainty for one in SearchIndex(hall).search(typed)}


def test_what_was_typed_is_marked_in_the_words_that_matched(marked):
    assert marked("养老保险") == "[养老保险]费补缴"
    assert marked("shenfenzheng") == "[身份证]"
    assert marked("ylbxgxzy") == "基本[养老保险关系转移]接续"
    assert marked("养老 接续") == "基本[养老]保险关系转移[接续]"
    assert marked("pens", Language.EN) == "[Pens]ion account transfer"
    assert marked("FA002") == "[FA002]"


def test_only_the_words_that_matched_are_cut(index):
    best = index.search("社保转移")[0]
    assert (best.code, best.field, best.words) == ("FA002", Field.ALIAS, "社保转移")
    assert [p.matched for p in best.pieces(best.name.zh)] == [False]
    assert best.pieces("") == ()


def test_full_and_mixed_pinyin_and_initials_find_the_same(hall):
    only = renamed(hall, FA001="养老保险")
    for typed in ("yanglaobaoxian", "yang lao bao xian", "yanglbx", "ylbaoxian", "ylbx", "养lbx"):
        assert found(only, typed) == {"FA001": Certainty.EXACT}, typed


def test_the_last_syllable_may_be_unfinished_but_none_before(hall):
    only = renamed(hall, FA001="养老保险")
    assert found(only, "yanglaob") == found(only, "yanglaobao") == {"FA001": Certainty.EXACT}
    assert Certainty.EXACT not in found(only, "yanlaobao").values()


def test_a_character_is_read_as_its_word_asks_and_otherwise_with_less_certainty(hall):
    only = renamed(hall, FA001="重庆银行")
    assert found(only, "chongqingyinhang") == {"FA001": Certainty.EXACT}
    assert found(only, "zhongqing") == {"FA001": Certainty.ALIKE}
    assert found(only, "yinxing") == {"FA001": Certainty.ALIKE}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("转移", "zuanyi"),
        ("车辆", "ceniang"),
        ("社会", "sehui"),
        ("暂住", "zhanzhu"),
        ("年检", "lianjian"),
        ("营业", "yinye"),
        ("登记", "denji"),
        ("房产", "fanchan"),
        ("女工", "nugong"),
    ],
)
def test_sounds_that_many_do_not_tell_apart_are_found_after_exact_ones(hall, name, typed):
    assert found(renamed(hall, FA001=name), typed) == {"FA001": Certainty.ALIKE}


def test_an_exact_sound_goes_before_one_that_is_alike(hall):
    both = renamed(hall, FA001="专业", FA002="钻业")
    assert list(found(both, "zuanye")) == ["FA002", "FA001"]


@pytest.mark.parametrize("typed", ["yanglaobaoxina", "ynaglao", "yanglaobapxian", "yangglaobao"])
def test_one_slip_of_the_finger_is_forgiven(hall, typed):
    assert found(renamed(hall, FA001="养老保险"), typed) == {"FA001": Certainty.GUESSED}


def test_another_character_of_the_same_sound_is_forgiven(hall):
    assert found(renamed(hall, FA001="身份证"), "身分证") == {"FA001": Certainty.GUESSED}
    assert found(renamed(hall, FA001="灵活就业登记"), "零活就业") == {"FA001": Certainty.GUESSED}


def test_nothing_is_guessed_where_something_is_found(hall):
    both = renamed(hall, FA001="护照", FA002="户口招牌")
    assert found(both, "护照") == {"FA001": Certainty.EXACT}


def test_words_stand_in_any_order_when_spaces_are_between(codes):
    assert codes("转移 养老")[0] == codes("养老 转移")[0] == "FA002"
    assert codes("公安局 护照")[0] == "BB001"


def test_a_department_finds_its_services_after_those_of_that_name(index, hall):
    results = index.search("税务局")
    assert {hall.service(r.code).department for r in results} == {"SWJ"}
    assert {r.certainty for r in results} == {Certainty.PLACE}
    assert all(r.field is Field.DEPARTMENT for r in results)
    assert index.search("税务")[0].certainty is Certainty.EXACT


def test_surer_results_come_first_and_whole_names_before_parts(index):
    for typed in ("yl", "zhengming", "社保", "s", "transfer", "fa", "denji", "税务局", "转移养老"):
        certainties = [one.certainty for one in index.search(typed)]
        assert certainties == sorted(certainties), typed
    assert index.search("身份证")[0].words == "身份证"


def test_names_in_the_language_of_the_screen_go_first(index):
    assert index.search("s", Language.ZH)[0].words.startswith("社")
    assert index.search("s", Language.EN)[0].words.startswith("S")


def test_a_code_finds_its_service_first_and_the_beginning_of_codes_finds_all(codes):
    assert codes("aa001")[0] == codes("ＡＡ００１")[0] == "AA001"
    assert set(codes("yjs0")) == {f"YJS0{number}" for number in range(1, 9)}


def test_width_case_tone_marks_and_signs_do_not_matter(codes):
    usual = codes("yanglao")
    for typed in ("YangLao", "ｙａｎｇｌａｏ", "yǎnglǎo", "  yang-lao! ", "yang'lao"):
        assert codes(typed) == usual, typed


def test_words_around_the_thing_are_left_out_where_they_find_nothing(codes):
    assert codes("请问怎么办理护照")[0] == codes("我想换护照")[0] == "BB001"
    assert codes("怎么办") == []


def test_nothing_typed_finds_nothing(codes):
    assert codes("") == codes(" \t!?，。🎉") == []


def test_no_more_are_found_than_are_wanted(index):
    assert len(index.search("a", most=3)) == 3
    assert index.search("a", most=3) == index.search("a", most=30)[:3]


# What holds whatever is typed.

_pieces = st.sampled_from(
    [
        "养老",
        "身份证",
        "转移",
        "办",
        "yang",
        "lao",
        "zhu",
        "sh",
        "x",
        "an",
        "pens",
        "FA",
        "0",
        " ",
        "'",
    ]
)
_typed = st.one_of(st.text(max_size=60), st.lists(_pieces, max_size=8).map("".join))


@given(_typed)
@example("\x00\u202e\ud800")
@example("a" * 10_000)
@example("养" * 10_000)
@example("İıſß…㍿﷽")
def test_any_text_is_fine_and_finds_what_the_hall_has_once_the_same_every_time(index, hall, typed):
    results = index.search(typed)
    assert results == index.search(typed)
    found = [str(one.code) for one in results]
    assert len(found) == len(set(found)) <= 30
    for one in results:
        thing = hall.bundle(one.code) if one.is_bundle else hall.service(one.code)
        assert thing.name == one.name
        pieces = one.pieces(one.words)
        assert "".join(piece.text for piece in pieces) == one.words
        assert any(piece.matched for piece in pieces), (typed, one)


@given(_typed)
def test_who_types_on_never_finds_exactly_what_was_not_found_before(index, typed):
    """Beginnings of what is typed match wherever the whole does, unless words that mean nothing
    (我要办…) were left out to find the whole."""

    def exact(text):
        results = index.search(text, most=200)
        return {r.code for r in results if r.certainty is Certainty.EXACT}

    whole = typed.strip()
    assume(without_fillers(query_of(whole)) is None)
    if exact(whole[:-1]):
        assert exact(whole) <= exact(whole[:-1])


def test_many_threads_find_what_one_does(hall):
    index = SearchIndex(hall)
    typed = [word[:end] for word in ("yanglaobaoxian", "身份证", "pension") for end in range(1, 15)]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(index.search, typed * 3))
    alone = SearchIndex(hall)
    assert together == [alone.search(word) for word in typed] * 3
