"""Pictures of the set-up window: each page, and what it says when something is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from common.demo.hand import settle, wait_until
from common.demo.studio import Studio
from common.domain.text import Text
from common.installation.setting_up.places import Places
from common.machine import Role
from common.printing.discovery import FoundPrinter, Way
from common.qt.setup_view_model import Page, SetupViewModel, Told
from common.qt.setup_window import SIZE, SetupWindow, open_setup_window

_PRINTERS = (
    FoundPrinter(
        "usb://04b8:0e15?serial=J7QF012345",
        Way.USB,
        "EPSON TM-T82",
        (),
        "epson-tm-t82",
        True,
    ),
    FoundPrinter("serial:///dev/ttyUSB0?baud=19200", Way.SERIAL, "CH340 serial converter"),
)
_STEPS = {
    "zh": ("准备文件夹 /var/lib/jiaohao", "建立大厅数据库", "写入设置 /etc/jiaohao/jiaohao.toml"),
    "en": (
        "prepare the folder /var/lib/jiaohao",
        "make the hall's database",
        "write the settings /etc/jiaohao/jiaohao.toml",
    ),
}


def take_setup_pictures(studio: Studio) -> None:
    with TemporaryDirectory(prefix="jiaohao-setup-") as folder:
        home = Path(folder)
        places = Places(home / "jiaohao.toml", home / "data", home / "backups", "jiaohao")
        translator = studio.presentation.translator
        window, model = open_setup_window(places, translator.language, translator)
        # What is shown is of a PC like any other, and not of this one.
        model.plan = replace(model.plan, network="192.168.1.0/24", desktop_users=("chenfang",))
        model.printers = _PRINTERS
        try:
            window.resize(*SIZE)
            window.show()
            _role_and_data(studio, window, model)
            _place_and_printer(studio, window, model)
            _end(studio, window, model)
        finally:
            window.close()
            window.deleteLater()
            model.close()


def _keep(studio: Studio, window: SetupWindow, page: str) -> None:
    settle(60)
    studio.keep_window("setup", page, window)


def _role_and_data(studio: Studio, window: SetupWindow, model: SetupViewModel) -> None:
    _keep(studio, window, "role")
    model.next()
    _keep(studio, window, "data_embedded")
    model.back()
    model.set_role(Role.SERVER)
    model.next()
    _keep(studio, window, "data_of_server")
    model.back()
    model.set_role(Role.KIOSK)
    model.next()
    model.choose_server(replace(model.server, host="no-such-host.invalid"), "secret")
    model.test_database()
    wait_until(lambda: not model.busy, "the answer of the network")
    _keep(studio, window, "data_wrong_host")


def _place_and_printer(studio: Studio, window: SetupWindow, model: SetupViewModel) -> None:
    model.back()
    model.set_role(Role.ALL_IN_ONE)
    model.choose_embedded()
    model.next()
    model.next()
    wait_until(lambda: model.page is Page.PLACE, "the demonstration hall")
    _keep(studio, window, "place")
    model.back()
    _keep(studio, window, "data_well")
    model.next()
    model.next()
    _keep(studio, window, "printer")
    model.set_printer(_PRINTERS[0].url, "epson-tm-t82")
    model.printer_told = Told(Text(zh="已打印 · EPSON TM-T82", en="printed · EPSON TM-T82"), True)
    model.changed.emit()
    _keep(studio, window, "printer_tested")


def _end(studio: Studio, window: SetupWindow, model: SetupViewModel) -> None:
    model.places = Places(Path(), Path("/var/lib/jiaohao"), Path(), "jiaohao")
    model.next()
    _keep(studio, window, "summary")
    run = model.run
    run.refused = Text(
        zh="没有管理员权限，未作任何更改。也可在终端运行：\nsudo jiaohao setup --role all-in-one",
        en="No administrator's rights: nothing was changed. In a terminal, it is:\n"
        "sudo jiaohao setup --role all-in-one",
    )
    run.changed.emit()
    _keep(studio, window, "no_rights")
    run.refused, run.done = None, True
    run.steps = [*_STEPS[studio.presentation.translator.language]]
    run.changed.emit()
    _keep(studio, window, "done")
