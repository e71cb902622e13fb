"""What a citizen reads before coming to the counter, and what of it is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import Service
from common.domain.text import Text
from kiosk.view_models.errand import Errand
from kiosk.view_models.guide_samples import GuideSamples
from kiosk.view_models.words import LIST, MAP, words


class ServiceGuide(QObject):
    """The guide of one service or bundle (办事指南), with a self-check of its materials.

    Signals:
        changed: another guide.
        ticked: something was found to be there, or not there after all.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, samples: GuideSamples, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._samples = samples
        self._errand: Errand | None = None
        self._have: set[str] = set()

    @property
    def errand(self) -> Errand | None:
        return self._errand

    def open(self, errand: Errand) -> None:
        """Show this one; ticks stay when it is the one of before."""
        if self._errand is None or self._errand.code != errand.code:
            self._have.clear()
        self._errand = errand
        self._samples.look_for(errand.services)
        self.changed.emit()
        self.ticked.emit()

    def wipe(self) -> None:
        """Forget it with its ticks."""
        self._errand = None
        self._samples.look_for(())
        self._have.clear()
        self.changed.emit()
        self.ticked.emit()

    @Slot(str)
    def tick(self, material: str) -> None:
        """I have this one; touched again, I have not."""
        self._have ^= {material}
        self.ticked.emit()

    def _page(self) -> dict[str, Any]:
        if self._errand is None:
            return {}
        return {
            **self._errand.page(),
            "code": self._errand.code,
            "sections": list(_sections(self._errand.services)),
        }

    def _have_codes(self) -> list[str]:
        return sorted(self._have)

    samples = Property(QObject, lambda self: self._samples, constant=True)
    page = Property(MAP, _page, notify=changed)
    have = Property(LIST, _have_codes, notify=ticked)
    """The codes of the materials that are ticked."""


def _sections(services: tuple[Service, ...]) -> Iterator[dict[str, Any]]:
    """Each `kind` of fact with its `lines`; what nobody wrote down is left out."""
    for kind, facts in (
        ("who", _who),
        ("conditions", _conditions),
        ("time", _time),
        ("fee", _fee),
        ("online", _online),
        ("note", _note),
    ):
        told = [(service.name, text) for service in services for text in facts(service)]
        same = len({text for _, text in told}) == 1
        lines = dict.fromkeys(
            text if len(services) == 1 or same else _of(name, text) for name, text in told
        )
        if lines:
            yield {"kind": kind, "lines": [words(line) for line in lines]}


def _of(name: Text, text: Text) -> Text:
    """Which of several services it is about."""
    return Text(zh=f"{name.zh}：{text.zh}", en=f"{name.en}: {text.en}")


def _who(service: Service) -> Iterator[Text]:
    if service.guide.who is not None:
        yield service.guide.who


def _conditions(service: Service) -> Iterator[Text]:
    yield from service.guide.conditions


def _fee(service: Service) -> Iterator[Text]:
    yield service.fee


def _note(service: Service) -> Iterator[Text]:
    if service.guide.note is not None:
        yield service.guide.note


def _time(service: Service) -> Iterator[Text]:
    guide, days = service.guide, service.promised_days
    minutes = service.service_minutes
    yield Text(zh=f"窗口办理约{minutes}分钟", en=f"About {minutes} min at the counter")
    yield (
        Text(zh=f"承诺{days}个工作日内办结", en=f"Promised within {_days(days, 'working day')}")
        if days
        else Text(zh="当场办结", en="Done on the spot")
    )
    if guide.statutory_days is not None:
        most = guide.statutory_days
        zh = f"法定期限{most}个{'自然日' if guide.statutory_calendar else '工作日'}"
        en = f"By law {_days(most, 'calendar day' if guide.statutory_calendar else 'working day')}"
        basis = guide.basis
        yield Text(
            zh=f"{zh}（{basis.zh}）" if basis else zh, en=f"{en} ({basis.en})" if basis else en
        )


def _online(service: Service) -> Iterator[Text]:
    guide = service.guide
    if guide.online_hint is not None:
        yield guide.online_hint
    if guide.self_service:
        yield Text(zh="自助服务区的机器也能办", en="The self-service machines do it too")
    if guide.by_mail:
        yield Text(zh="结果可以邮寄", en="The result can be sent by mail")


def _days(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
