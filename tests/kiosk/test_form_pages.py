"""A form filled in by touches alone, in a real window: pinyin, tiles, digits, a signature."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, QPointF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from common.operations.kept_forms import kept_forms, make_form_key
from tests.kiosk.looking import check

NUMBER = "999999199003070012"


@pytest.fixture
def citizen(make_kiosk, store, tmp_path):
    make_form_key(store, tmp_path / "forms.key")
    return make_kiosk()


def agree(citizen) -> None:
    while citizen.page == "form_notice":
        citizen.touch("form_notice_tick")
        citizen.touch("form_agree_button")


def draw(citizen, name: str) -> None:
    """Two strokes of a finger over the item."""
    item: QQuickItem = citizen.find(name)
    window = citizen.app.window

    def at(x: float, y: float):
        return item.mapToScene(QPointF(item.width() * x, item.height() * y)).toPoint()

    for left in (0.2, 0.5):
        finger = QTest.touchEvent(window, citizen.finger, False)
        finger.press(0, at(left, 0.3), window)
        finger.commit()
        for step in range(1, 20):
            finger = QTest.touchEvent(window, citizen.finger, False)
            finger.move(0, at(left + step / 100, 0.3 + step / 50), window)
            finger.commit()
        finger = QTest.touchEvent(window, citizen.finger, False)
        finger.release(0, at(left + 0.2, 0.7), window)
        finger.commit()


def read_aloud(citizen) -> list[str]:
    """What others in the hall would hear of the page."""
    said: list[str] = []
    citizen.wait_until_settled()
    citizen.app.models.voice.say = lambda words, language: said.extend(words.splitlines())
    QMetaObject.invokeMethod(citizen.app.window, "readPage")
    return said


def test_a_form_is_filled_in_by_touches_alone(citizen, store):
    citizen.touch("start_area")
    citizen.touch("forms_button")
    citizen.wait_for(lambda: citizen.sees("form_F02"))
    citizen.touch("form_F02")
    assert citizen.page == "form_notice"
    citizen.touch("form_agree_button")  # not before the box is ticked
    assert citizen.page == "form_notice"
    agree(citizen)
    citizen.touch("field_applicant.doc_type")
    citizen.touch("choice_resident_id")
    for sign in NUMBER:
        citizen.touch(f"key_{sign}")
    citizen.touch("editor_done_button")
    assert citizen.text("editor_label") == "姓名"  # the next one by itself
    for letter in "ZHANGSAN":
        citizen.touch(f"key_{letter}")
    citizen.wait_for(lambda: citizen.sees("candidate_0"))
    citizen.touch("candidate_0")
    assert citizen.text("typed_text") == "张三"
    citizen.touch("editor_done_button")
    for digit in "13800138000":
        citizen.touch(f"digit_{digit}")
    citizen.touch("editor_done_button")
    for letter in "MOUQU":
        citizen.touch(f"key_{letter}")
    citizen.touch("key_3")  # what is half typed becomes characters first
    citizen.touch("editor_done_button")
    citizen.touch("editor_empty_button")
    answers = citizen.app.models.forms.form_filling.answers
    assert answers["applicant.name"] == "张三"
    assert answers["applicant.live_addr"].endswith("3")
    assert answers["applicant.live_addr"][:-1].isalpha()
    said = read_aloud(citizen)
    assert "证件号码" in said
    assert not {NUMBER, "张三", "13800138000"} & set(said)
    assert not any("1990" in line for line in said)
    citizen.touch("form_next_button")
    citizen.touch("field_ins.kind")
    citizen.touch("choice_adult")
    for digit in "2027":
        citizen.touch(f"digit_{digit}")
    citizen.touch("editor_done_button")
    citizen.touch("editor_close_button")
    for _ in range(3):
        citizen.touch("form_next_button")
    assert citizen.page == "form_preview"
    check(citizen, "zh", "form_preview")
    citizen.touch("form_sign_button")
    draw(citizen, "signature_pad")
    citizen.touch("signature_done_button")
    citizen.wait_for_page("form_done")
    (form,) = kept_forms(store)
    assert citizen.text("form_code").replace(" ", "") == form.code
    assert not citizen.sees("form_print_again_button")  # this kiosk has no printer
    citizen.touch("form_take_number_button")
    assert citizen.page == "confirm"


_TYPE_TWICE = """
import sys
sys.path.insert(0, {root!r})
from kiosk.input_method import prepare_input_method
prepare_input_method()
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest
app = QGuiApplication([])
engine = QQmlApplicationEngine()
engine.loadData(b'''
import QtQuick
Window {{
    visible: true
    TextInput {{
        id: input
        objectName: "input"
        inputMethodHints: Qt.ImhSensitiveData
    }}
    PinyinEngine {{ id: pinyin }}
    Timer {{ interval: 1; running: true; onTriggered: {{
        input.forceActiveFocus();
        for (let again = 0; again < 9; ++again) {{
            pinyin.begin();
            for (const letter of "yaoyan")
                pinyin.press(letter);
            const place = 3 + again;
            pinyin.choose(Math.min(place, pinyin.candidates.count - 1));
            pinyin.begin();
        }}
    }} }}
}}''', QUrl.fromLocalFile({qml!r}))
window = engine.rootObjects()[0]
QTest.qWait(300)
print(len(window.findChild(QObject, "input").property("text")))
window.close()
del window, engine
del app
"""


def test_no_dictionary_learns_what_was_typed(tmp_path):
    """Qt's engine makes an empty dictionary of the user's when it loads; it has to stay empty."""
    root = Path(__file__).resolve().parents[2]
    script = _TYPE_TWICE.format(root=str(root), qml=str(root / "kiosk" / "qml" / "typed.qml"))
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    typed = subprocess.run(
        [sys.executable, "-c", script],
        env={"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", **home},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert int(typed.stdout) > 8
    learnt = [file for file in tmp_path.rglob("*") if file.name.startswith("usr_dict")]
    assert [file.stat().st_size for file in learnt] == [40]
