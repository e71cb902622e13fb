"""Cards on a virtual reader, read through a real serial line."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import replace

import pytest

from common.devices import sdt
from common.devices.attendant import Attendant
from common.devices.device import DeviceFault
from common.devices.id_card import IdCard
from common.devices.id_reader import CardTrouble, _module_number
from common.devices.virtual.persons import FOREIGNER, PERSONS
from common.devices.virtual.ports import DevicePty
from common.ports.errors import PortUnreachable
from tests.devices.conftest import QUICK

FIRST, SECOND = PERSONS[:2]


def looked(reader, seconds: float = 30.0):
    event = reader.look(seconds)
    assert event is not None
    return event


def name_read(reader) -> str:
    with looked(reader) as card:
        return card.name


def test_each_card_is_read_once_for_each_time_it_is_put_there(reader, virtual):
    assert reader.look(0.02) is None
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name
    assert reader.look(0.05) is None  # it still lies there
    virtual.remove()
    assert reader.look(0.02) is None
    virtual.place(SECOND)
    assert name_read(reader) == SECOND.name
    assert virtual.reads == 2


def test_short_looks_ask_no_oftener_than_long_ones(reader, virtual):
    for _ in range(20):
        reader.look(0)
    assert virtual.asked < 10


def test_a_reader_that_finds_the_same_card_again_reads_it_once_all_the_same(reader, virtual):
    virtual.set_faults(forgetful=True)
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name
    assert reader.look(0.05) is None
    assert virtual.reads == 1


def test_a_card_that_slips_is_the_same_one_and_later_it_is_another_visit(reader, virtual):
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name
    virtual.place(FIRST)  # gone for a moment, and found again
    assert reader.look(0.05) is None
    virtual.place(SECOND)  # another person is never taken for the same one
    assert name_read(reader) == SECOND.name
    virtual.remove()
    reader._patience = replace(QUICK, same=0.0)
    assert reader.look(0.05) is None
    virtual.place(SECOND)
    assert name_read(reader) == SECOND.name


def test_noise_and_wrong_checks_only_delay(reader, virtual):
    virtual.set_faults(noise=40, wrong_check=20)
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name
    virtual.set_faults(wrong_check=100)
    with pytest.raises(DeviceFault, match="check its cable and speed"):
        reader.look(1)


def test_a_slow_reader_is_waited_for_and_a_late_answer_is_never_taken_for_the_next(
    reader, virtual, cable
):
    virtual.set_faults(slow=0.05)
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name
    virtual.set_faults(dead=True)
    with pytest.raises(DeviceFault, match="no answer"):
        reader.look(600)
    cable.send(sdt.framed(bytes((0, 0, sdt.Sw.FOUND)) + bytes(4)))  # longer than anybody waits
    virtual.set_faults(slow=0, dead=False)
    assert virtual.reads == 1
    virtual.place(SECOND)
    assert name_read(reader) == SECOND.name
    assert virtual.reads == 2


@pytest.mark.parametrize(
    ("fault", "words"),
    [("authentication", "could not be verified"), ("moving", "leave it there")],
)
def test_a_card_that_cannot_be_read_is_said_once_in_both_languages(reader, virtual, fault, words):
    virtual.set_faults(**{fault: True})
    virtual.place(FIRST)
    trouble = looked(reader)
    assert isinstance(trouble, CardTrouble)
    assert words in trouble.words.en and "请" in trouble.words.zh
    assert reader.look(0.05) is None
    virtual.set_faults(**{fault: False})
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name


def test_an_answer_that_comes_much_too_late_is_never_taken_for_the_next(reader, virtual, cable):
    assert reader.look(0) is None
    cable.send(sdt.framed(bytes((0, 0, sdt.Sw.FOUND)) + bytes(4)))
    assert reader.look(0.05) is None
    assert virtual.reads == 0 and not reader._unread


def test_a_card_that_was_lifted_too_early_is_asked_for_again(reader, virtual):
    virtual.set_faults(moving=True)
    virtual.place(FIRST)
    assert reader.look(0) is None  # found, and not read yet
    virtual.remove()
    trouble = looked(reader)
    assert isinstance(trouble, CardTrouble) and "leave it there" in trouble.words.en


def test_other_cards_are_refused_calmly(reader, virtual):
    virtual.place(FOREIGNER)
    trouble = looked(reader)
    assert isinstance(trouble, CardTrouble) and "其他证件请手工填写" in trouble.words.zh


def test_a_reader_that_only_its_maker_can_help_says_so(reader, virtual):
    virtual.set_faults(unauthorised=True)
    with pytest.raises(DeviceFault, match="ask its maker") as failed:
        reader.look(1)
    assert "请联系供应商" in failed.value.text("zh")


def test_a_dead_reader_is_given_up_in_time_and_used_again(reader, virtual):
    virtual.set_faults(dead=True)
    with pytest.raises(DeviceFault, match="no answer: check its power"):
        reader.look(600)
    virtual.set_faults(dead=False)
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name


@pytest.fixture
def babble(cable):
    """Senseless bytes on the line all the time, frames that never end among them."""
    over = threading.Event()

    def speak() -> None:
        while not over.wait(0.002):
            cable.send(sdt.PREAMBLE + b"\x05\x08" + os.urandom(30))

    mouth = threading.Thread(target=speak)
    mouth.start()
    yield
    over.set()
    mouth.join()


def test_what_babbles_all_the_time_is_no_reader_and_is_given_up_in_time(reader, virtual, babble):
    virtual.set_faults(dead=True)
    with pytest.raises(DeviceFault, match="damaged"):
        reader.look(600)


def test_the_security_module_tells_its_number(reader):
    assert reader.sam_id() == "05.01-20260102-0000214690-0000124097"
    assert _module_number(b"\x05") == "05"


def test_answers_in_single_bytes_are_put_together(tmp_path, reader, virtual, cable):
    """A real line brings a card's 1,295 bytes in pieces of any size."""
    cable.unplug()

    def dribble(data: bytes, send) -> None:
        def bit_by_bit(answer: bytes) -> None:
            for at in range(0, len(answer), 97):
                send(answer[at : at + 97])
                os.sched_yield()

        virtual.receive(data, bit_by_bit)

    line = DevicePty(dribble, tmp_path / "reader")
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name
    line.unplug()


def test_a_senseless_length_before_the_text_is_not_read(reader, virtual, monkeypatch):
    monkeypatch.setattr("common.devices.virtual.id_reader.RECORD", 255)
    virtual.place(FIRST)
    assert isinstance(looked(reader), CardTrouble)


def test_a_pulled_cable_is_noticed_and_a_new_one_is_used(reader, virtual, cable):
    assert reader.look(0) is None
    cable.unplug()
    with pytest.raises(PortUnreachable, match=r"unplugged|no such device"):
        reader.look(1)
    reader.close()
    with pytest.raises(PortUnreachable, match="no such device"):
        reader.look(0)
    cable.plug()
    virtual.place(FIRST)
    assert name_read(reader) == FIRST.name


def test_an_attendant_tells_of_cards_and_of_going_and_coming_back(reader, virtual, cable):
    heard: list[str] = []
    changed = threading.Condition()

    def tell(what: str) -> None:
        with changed:
            heard.append(what)
            changed.notify_all()

    def found(event) -> None:
        with event:
            tell(event.name)

    def wait_for(*what: str) -> None:
        with changed:
            assert changed.wait_for(lambda: heard == list(what), 30), heard

    attendant = Attendant(
        reader, found, lambda why: tell("there" if why is None else "away"), retry=0.02
    )
    wait_for("there")
    virtual.place(FIRST)
    wait_for("there", FIRST.name)
    cable.unplug()
    wait_for("there", FIRST.name, "away")  # told once, however often it is tried
    virtual.remove()
    cable.plug()
    wait_for("there", FIRST.name, "away", "there")
    virtual.place(SECOND)
    wait_for("there", FIRST.name, "away", "there", SECOND.name)
    attendant.close()
    assert not attendant._thread.is_alive()


def test_nothing_of_a_person_is_logged(reader, virtual, caplog):
    caplog.set_level(logging.DEBUG)
    for person in (*PERSONS, FOREIGNER):
        virtual.place(person)
        event = looked(reader)
        assert person.number not in repr(event)
    virtual.set_faults(authentication=True)
    virtual.place(FIRST)
    looked(reader)
    told = caplog.text
    assert "card read" in told
    assert "999999" not in told and "测试" not in told


def test_the_readers_memory_holds_no_card_after_it_was_handed_over(reader, virtual):
    virtual.place(FIRST)
    card = looked(reader)
    assert isinstance(card, IdCard)
    left = vars(reader) | {"heard": reader._parser._heard}
    wanted = FIRST.number.encode("utf-16-le")
    assert all(
        wanted not in value for value in left.values() if isinstance(value, bytes | bytearray)
    )
    assert sdt.PREAMBLE not in reader._parser._heard
