"""A card's words, and that nobody sees them who need not."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest
import yaml

from common.devices import id_card
from common.devices.id_card import IdCard
from common.devices.virtual.persons import FOREIGNER, PERSONS, Person, person_named
from common.domain.forms.identity import DocumentType, Sex
from common.resources import resource

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.birth)
def test_every_word_of_a_card_is_read(person):
    card = IdCard(person.record())
    assert (card.name, card.number, card.address) == (person.name, person.number, person.address)
    assert card.sex is (Sex.MALE if person.man else Sex.FEMALE)
    assert card.birth.strftime("%Y%m%d") == person.birth
    assert (card.nation, card.issuer) == (person.nation, "测试市公安局测试分局")
    assert card.valid_from.strftime("%Y%m%d") == person.valid[0]
    assert card.document is DocumentType.RESIDENT_ID
    assert card.fault(TODAY) is None


def test_a_card_for_ever_and_an_expired_one():
    for_ever, expired = (IdCard(PERSONS[place].record()) for place in (3, 6))
    assert (for_ever.valid_until, for_ever.valid_until_as_answer) == (None, "long-term")
    assert not for_ever.expired(TODAY)
    assert expired.expired(TODAY) and not expired.expired(date(2020, 1, 1))
    assert expired.valid_until_as_answer == "2020-01-01"


def test_a_number_that_is_none_and_an_empty_card_are_faults():
    record = bytearray(PERSONS[0].record())
    record[id_card.NUMBER.start + 2] ^= 1
    assert IdCard(record).fault(TODAY) is not None
    assert IdCard(bytes(256)).fault(TODAY) is not None
    assert IdCard(bytes(range(256))).fault(TODAY) is not None  # not even text
    assert IdCard(FOREIGNER.record()).is_foreigners


def test_a_permit_for_residents_of_hong_kong_macao_and_taiwan_is_told_by_its_number():
    record = bytearray(PERSONS[0].record())
    record[id_card.NUMBER.start : id_card.NUMBER.start + 4] = "83".encode("utf-16-le")
    assert IdCard(record).document is DocumentType.RESIDENCE_PERMIT


def test_nothing_of_a_card_is_shown_copied_or_left_behind():
    with IdCard(PERSONS[0].record()) as card:
        memory = card._record
        assert repr(card) == str(card) == "IdCard(****)"
        for copied in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="not copied"):
                copied(card)
    assert memory == bytes(256)
    assert card.name == "" and card.birth is None


def test_nations_are_those_of_the_forms():
    fields = yaml.safe_load(resource("forms", "fields.yaml").read_text("utf-8"))
    for code, name in fields["lists"]["nations"].items():
        record = bytearray(PERSONS[0].record())
        record[id_card.NATION.start : id_card.NATION.start + 4] = code.encode("utf-16-le")
        assert IdCard(record).nation_name == name["zh"].removesuffix("族")
    assert len(id_card.NATIONS) == 56


def test_invented_persons_are_found_by_place_and_name():
    assert person_named("1") is PERSONS[0]
    assert person_named("测试丙") is PERSONS[5]
    assert (person_named("0"), person_named("99"), person_named("张三")) == (None, None, None)
    assert all(isinstance(one, Person) and one.number.startswith("999999") for one in PERSONS)
