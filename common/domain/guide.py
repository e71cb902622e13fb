"""What a citizen reads before taking a number, and by which moments of life services are found."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from common.domain.ids import LifeStageCode, QueueCode, SiteCode
from common.domain.text import Text


@dataclass(frozen=True, slots=True)
class LifeStage:
    """A moment of life (人生阶段) that brings people here: a child, a home, retirement."""

    code: LifeStageCode
    name: Text


@dataclass(frozen=True, slots=True)
class Site:
    """Another place, nearer to where people live, at which some services are done too (就近办)."""

    code: SiteCode
    name: Text
    address: Text
    hours: Text
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """What stands in a service's guide beside its name, place, materials, times and fee.

    What is None or empty is not shown.
    """

    who: Text | None = None
    """Whom it is for (服务对象)."""
    conditions: tuple[Text, ...] = ()
    """What has to be so before it can be done."""
    statutory_days: int | None = None
    """The longest that the law allows; working days unless `statutory_calendar`."""
    statutory_calendar: bool = False
    """Whether the law counts calendar days (自然日)."""
    basis: Text | None = None
    """The law that says so, with its article."""
    online_hint: Text | None = None
    """Where and how it is done online."""
    by_mail: bool = False
    """Whether the result can be sent by mail."""
    self_service: bool = False
    """Whether the machines of the self-service area do it too."""
    note: Text | None = None
    sample: str = ""
    """The digest of the picture that shows a form or paper as it should be (样例)."""
    sites: tuple[SiteCode, ...] = ()
    """Where else it is done."""


@dataclass(frozen=True, slots=True)
class SamplePicture:
    """A picture as its file holds it: SVG, PNG or JPEG."""

    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """By which it is known: another picture has another."""
        return sha256(self.data).hexdigest()


NO_GUIDE = Guide()


@dataclass(frozen=True, slots=True)
class Effort:
    """What an errand asks of a person."""

    materials: int
    days: int
    trips: int
    counters: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """The one way in which all results of an errand are handed over (一次送达)."""

    queue: QueueCode | None = None
    """Where they are collected."""
    by_mail: bool = False
