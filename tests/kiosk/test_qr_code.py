"""The code beside a number on the screen: what a camera needs."""

from __future__ import annotations

import qrcode
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor

from common.operations import slip_facts
from kiosk.qr_code import QUIET_MODULES, QrProvider

CODE = "J7Q2K9F4M3"


def drawn(text: str, pixels: int):
    size = QSize()
    picture = QrProvider().requestImage(text, size, QSize(pixels, pixels))
    assert (size.width(), size.height()) == (picture.width(), picture.height())
    return picture


def modules_of(picture, module: int) -> list[list[bool]]:
    """Dark or light in the middle of each module."""
    spots = range(module // 2, picture.width(), module)
    return [
        [picture.pixelColor(x, y) == QColor(Qt.GlobalColor.black) for x in spots] for y in spots
    ]


def test_every_module_is_the_same_whole_number_of_pixels():
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_MODULES)
    code.add_data(CODE)
    matrix = code.get_matrix()
    picture = drawn(CODE, 260)
    module = picture.width() // len(matrix)
    assert picture.width() == module * len(matrix) <= 260 < (module + 1) * len(matrix)
    assert modules_of(picture, module) == matrix


def test_a_place_too_small_for_a_camera_gets_a_code_that_is_large_enough():
    assert drawn(CODE, 20).width() == 3 * drawn(CODE, 260).width() // 8


def test_it_holds_what_the_slip_holds_and_is_not_blurred(make_kiosk, records, store):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.touch("take_number_button")
    citizen.wait_for_page("slip")
    assert citizen.app.taking.code == slip_facts(store, "FA001").code
    sign = citizen.find("qr_code")
    at = sign.mapRectToScene(sign.boundingRect()).toRect().adjusted(8, 8, -8, -8)
    seen = citizen.app.window.grabWindow().copy(at)
    colors = {
        seen.pixel(x, y) & 0xFFFFFF for x in range(seen.width()) for y in range(seen.height())
    }
    assert colors == {0x000000, 0xFFFFFF}
