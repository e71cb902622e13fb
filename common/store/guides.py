"""How services and bundles are found and explained, between JSON and their values.

What a service does not say is not stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from common.domain.guide import Delivery, Effort, Guide, Site
from common.domain.hall import Bundle, Service
from common.domain.text import Text

_TEXTS = ("who", "basis", "online_hint", "note")


def service_json(service: Service) -> dict[str, Any]:
    return _said({**asdict(service.guide), **_tags_json(service)})


def bundle_json(bundle: Bundle) -> dict[str, Any]:
    return _said(
        {
            "before": bundle.before and asdict(bundle.before),
            "after": bundle.after and asdict(bundle.after),
            "delivery": bundle.delivery and asdict(bundle.delivery),
            **_tags_json(bundle),
        }
    )


def read_service_guide(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a `Service` that `service_json` wrote."""
    known = {part.name for part in fields(Guide)}
    said = {name: value for name, value in stored.items() if name in known}
    for name in _TEXTS:
        if name in said:
            said[name] = Text(**said[name])
    if "conditions" in said:
        said["conditions"] = tuple(Text(**words) for words in said["conditions"])
    if "sites" in said:
        said["sites"] = tuple(said["sites"])
    return {"guide": Guide(**said), **_tags(stored)}


def read_bundle_guide(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a `Bundle` that `bundle_json` wrote."""
    efforts = {name: Effort(**stored[name]) for name in ("before", "after") if name in stored}
    delivery = Delivery(**stored["delivery"]) if "delivery" in stored else None
    return {**efforts, "delivery": delivery, **_tags(stored)}


def read_site(stored: Mapping[str, Any]) -> Site:
    texts = {part: Text(**stored[part]) for part in ("name", "address", "hours")}
    return Site(**{**stored, **texts})


def _said(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A law may well allow no day at all: zero is said."""
    return {name: value for name, value in facts.items() if value or type(value) is int}


def _tags_json(thing: Service | Bundle) -> dict[str, Any]:
    return {"aliases": list(thing.aliases), "life_stages": list(thing.life_stages)}


def _tags(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(stored.get(name, ())) for name in ("aliases", "life_stages")}
