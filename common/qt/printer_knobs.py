"""The knobs of the virtual printer: what may go wrong, with the paper, the device and the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from common.printing.profile import Cutter, Proof
from common.printing.virtual.build import Rom
from common.printing.virtual.condition import Faults
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import Flow
from common.printing.virtual.panel import Panel
from common.qt.printer_style import Choice, Switch

_LAST_METRES = (("2 m", 2000.0), ("4 cm", 40.0))
_BAUDS = (0, 9600, 19200, 38400, 115200)
_SPEEDS = (20, 300)
_LONGEST_LATENCY_MS = 2000
_LABEL_WIDTH = 76
_UNBROKEN = "\N{NO-BREAK SPACE}"


class PrinterKnobs(QWidget):
    """Groups of knobs that turn the printer and follow it when something else turns it."""

    def __init__(
        self, printer: VirtualPrinter, urls: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for group in (self._device(), self._paper(), self._faults(), self._line(urls)):
            column.addWidget(group)
        column.addStretch(1)
        self.follow(printer.panel)

    # -- build -------------------------------------------------------------------------------------

    def _group(self, title: str) -> tuple[QFrame, QGridLayout]:
        box = QFrame(self)
        box.setObjectName("knobs")
        grid = QGridLayout(box)
        grid.setContentsMargins(14, 8, 14, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        heading = QLabel(title, box)
        heading.setObjectName("heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        self._readout = QLabel(box)
        self._readout.setObjectName("readout")
        self._readout.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._readout, 0, 2, 1, 2)
        return box, grid

    def _device(self) -> QFrame:
        box, grid = self._group(self.tr("Device"))
        self._slips = self._readout
        self._power = Switch(self.tr("Power"), "lamp_on", box)
        self._power.toggled.connect(self._printer.set_power)
        grid.addWidget(self._power, 1, 0)
        self._take = self._button(self.tr("Take slip"), self._printer.take_slip)
        self._take.setVisible(self._printer.build.presenter)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._button(self.tr("Feed"), self._printer.feed_button))
        row.addWidget(self._button(self.tr("Tear off"), self._printer.tear_off))
        row.addWidget(self._take)
        grid.addLayout(row, 2, 0, 1, 4)
        self._speed = self._slider(grid, 3, self.tr("Speed"), _SPEEDS, self._printer.set_speed)
        what = QLabel(self._what_it_is(), box)
        what.setObjectName("quiet")
        what.setWordWrap(True)
        grid.addWidget(what, 4, 0, 1, 4)
        return box

    def _what_it_is(self) -> str:
        build = self._printer.build
        fonts = {
            Rom.GB18030: self.tr("GB18030 font"),
            Rom.GBK: self.tr("GBK font"),
            Rom.NONE: self.tr("no Chinese font"),
        }
        answers = {
            Proof.PROCESS_ID: self.tr("acknowledges jobs"),
            Proof.GS_R: self.tr("answers GS r"),
            Proof.STATUS: self.tr("answers DLE EOT"),
            Proof.NONE: self.tr("answers nothing"),
        }
        words = [self.tr("%1 dots").replace("%1", str(self._printer.profile.dots))]
        words += [fonts[build.rom], answers[build.proof]]
        if not build.qr:
            words.append(self.tr("no QR"))
        if build.cutter is Cutter.NONE:
            words.append(self.tr("no cutter"))
        return " · ".join(word.replace(" ", _UNBROKEN) for word in words)

    def _paper(self) -> QFrame:
        box, grid = self._group(self.tr("Paper"))
        self._left = self._readout
        rolls = [(self.tr("New roll"), self._printer.load_paper)]
        for name, millimetres in (*_LAST_METRES, (self.tr("None"), 0.0)):
            rolls.append(
                (name, lambda millimetres=millimetres: self._printer.load_paper(millimetres))
            )
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, load in rolls:
            row.addWidget(self._button(name, load))
        grid.addLayout(row, 1, 0, 1, 4)
        return box

    def _faults(self) -> QFrame:
        box, grid = self._group(self.tr("Faults"))
        self._heat = self._readout
        names = {
            "cover_open": self.tr("Cover open"),
            "paper_jam": self.tr("Paper jam"),
            "cutter_stuck": self.tr("Cutter stuck"),
            "head_hot": self.tr("Head too hot"),
            "mechanical": self.tr("Needs service"),
            "dead": self.tr("Hears nothing"),
            "babbling": self.tr("Babbles"),
        }
        self._broken = {}
        for place, field in enumerate(fields(Faults)):
            knob = Switch(names[field.name], "fault_on", box)
            knob.setObjectName(field.name)
            knob.toggled.connect(lambda on, name=field.name: self._printer.set_faults(**{name: on}))
            grid.addWidget(knob, 1 + place // 2, place % 2 * 2, 1, 2)
            self._broken[field.name] = knob
        jam = self._button(self.tr("Jam next cut"), self._printer.jam_next_cut)
        grid.addWidget(jam, 1 + len(names) // 2, 2, 1, 2)
        return box

    def _line(self, urls: tuple[str, ...]) -> QFrame:
        box, grid = self._group(self.tr("Line"))
        self._buffer = self._readout
        turn = self._printer.set_line
        self._baud = Choice(box)
        for baud in _BAUDS:
            self._baud.addItem(f"{baud}" if baud else self.tr("Unpaced"), baud)
        self._baud.activated.connect(lambda _: turn(baud=self._baud.currentData()))
        self._flow = Choice(box)
        flows = {
            Flow.XONXOFF: "XON/XOFF",
            Flow.RTSCTS: "RTS/CTS",
            Flow.NONE: self.tr("No flow control"),
        }
        for flow, name in flows.items():
            self._flow.addItem(name, str(flow))
        self._flow.activated.connect(lambda _: turn(flow=Flow(self._flow.currentData())))
        self._baud.setAccessibleName(self.tr("Baud rate"))
        self._flow.setAccessibleName(self.tr("Flow control"))
        both = QHBoxLayout()
        both.setSpacing(6)
        both.addWidget(self._baud, 2)
        both.addWidget(self._flow, 3)
        grid.addLayout(both, 1, 0, 1, 4)
        self._busy = Switch(self.tr("Holds the line while off line"), "knob_on", box)
        self._busy.toggled.connect(lambda on: turn(busy_offline=on))
        grid.addWidget(self._busy, 2, 0, 1, 4)
        late = (0, _LONGEST_LATENCY_MS)
        self._loss = self._slider(
            grid, 3, self.tr("Lost replies"), (0, 100), lambda value: turn(reply_loss=value)
        )
        self._late = self._slider(
            grid, 4, self.tr("Late replies"), late, lambda value: turn(latency_ms=value)
        )
        self._noise = self._slider(
            grid, 5, self.tr("Noise"), (0, 100), lambda value: turn(noise=value)
        )
        for row, url in enumerate(urls):
            address = QLabel(url, box)
            address.setObjectName("quiet")
            address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(address, 6 + row, 0, 1, 4)
        return box

    def _button(self, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(name, self)
        button.clicked.connect(lambda _=False: act())
        return button

    def _slider(
        self,
        grid: QGridLayout,
        row: int,
        name: str,
        ends: tuple[int, int],
        turn: Callable[[int], None],
    ) -> tuple[QSlider, QLabel]:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(*ends)
        slider.setPageStep((ends[1] - ends[0]) // 10)
        slider.setAccessibleName(name)
        value = QLabel(self)
        value.setObjectName("readout")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        value.setMinimumWidth(64)
        slider.valueChanged.connect(turn)
        words = QLabel(name, self)
        words.setMinimumWidth(_LABEL_WIDTH)
        grid.addWidget(words, row, 0)
        grid.addWidget(slider, row, 1, 1, 2)
        grid.addWidget(value, row, 3)
        return slider, value

    # -- follow ------------------------------------------------------------------------------------

    def follow(self, panel: Panel) -> None:
        """Stand as the printer does."""
        line = self._printer.line
        self._check(self._power, panel.power)
        for name, knob in self._broken.items():
            self._check(knob, getattr(panel.faults, name))
        self._check(self._busy, line.busy_offline)
        self._choose(self._baud, line.baud, f"{line.baud}")
        self._choose(self._flow, str(line.flow), str(line.flow))
        self._take.setEnabled(panel.slip_waits)
        speed = round(self._printer.speed)
        self._slide(self._speed, speed, f"{speed} mm/s")
        self._slide(self._loss, round(line.reply_loss), f"{line.reply_loss:g} %")
        self._slide(self._late, round(line.latency_ms), f"{line.latency_ms:g} ms")
        self._slide(self._noise, round(line.noise), f"{line.noise:g} %")
        self._left.setText(self._paper_left(panel))
        self._slips.setText(self.tr("%n slip(s)", "", panel.slips))
        self._heat.setText(self.tr("Head %1 °C").replace("%1", f"{panel.temperature:.0f}"))
        self._buffer.setText(self._bytes_waiting(panel))

    def _paper_left(self, panel: Panel) -> str:
        metres = panel.paper_mm / 1000
        if panel.paper_end:
            return self.tr("No paper")
        if metres < 1:
            return self.tr("%1 cm of paper left").replace("%1", f"{metres * 100:.0f}")
        return self.tr("%1 m of paper left").replace("%1", f"{metres:.1f}")

    def _bytes_waiting(self, panel: Panel) -> str:
        if panel.lost_bytes:
            return self.tr("%1 B lost").replace("%1", f"{panel.lost_bytes}")
        words = self.tr("%1 B in buffer, host held") if panel.held else self.tr("%1 B in buffer")
        return words.replace("%1", f"{panel.buffered}")

    def _check(self, knob: QCheckBox, on: bool) -> None:
        with QSignalBlocker(knob):
            knob.setChecked(on)

    def _choose(self, box: QComboBox, data: object, name: str) -> None:
        at = box.findData(data)
        if at < 0:
            box.addItem(name, data)
            at = box.count() - 1
        box.setCurrentIndex(at)

    def _slide(self, knob: tuple[QSlider, QLabel], value: int, words: str) -> None:
        slider, label = knob
        with QSignalBlocker(slider):
            slider.setValue(value)
        label.setText(words)
