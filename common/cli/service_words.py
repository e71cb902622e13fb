"""A service's guide in words, and its facts for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from common.cli.console import mark
from common.domain.guide import Effort, Site
from common.domain.hall import Bundle, Hall, Service, Zone
from common.domain.ids import QueueCode, ServiceCode
from common.domain.route import plan_bundle
from common.domain.text import Text

if TYPE_CHECKING:
    from common.domain.promises import PromiseCheck


def services_of(thing: Service | Bundle) -> tuple[ServiceCode, ...]:
    return thing.services if isinstance(thing, Bundle) else (thing.code,)


def queues_of(hall: Hall, thing: Service | Bundle) -> tuple[QueueCode, ...]:
    """Where one waits for it, stop by stop."""
    if isinstance(thing, Bundle):
        return tuple(dict.fromkeys(stop.queue for stop in plan_bundle(hall, thing)))
    return (thing.queue,)


def counters_of(hall: Hall, thing: Service | Bundle) -> str:
    # The slip loads more than most commands need.
    from common.printing.slip import counter_ranges

    codes = (c.code for queue in queues_of(hall, thing) for c in hall.main_counters_of(queue))
    return " ".join(counter_ranges(list(codes)))


def facts(hall: Hall, thing: Service | Bundle) -> dict[str, Any]:
    """What a list says of a service or bundle, for programs."""
    zones = dict.fromkeys(hall.queue(queue).zone for queue in queues_of(hall, thing))
    return {
        "code": thing.code,
        "kind": "bundle" if isinstance(thing, Bundle) else "service",
        "name": asdict(thing.name),
        "zones": list(zones),
        "counters": counters_of(hall, thing).split(),
        "materials": len(hall.materials_of(services_of(thing))),
        "promised_days": _days(thing),
    }


def line_of(hall: Hall, thing: Service | Bundle) -> Text:
    """One line of a list."""
    told = facts(hall, thing)
    head = f"{thing.code:8} {''.join(told['zones']):4} {counters_of(hall, thing):20}"
    days = days_words(told["promised_days"])
    return Text(
        zh=f"{head} 材料{told['materials']}件  {thing.name.zh}，{days.zh}",
        en=f"{head} {told['materials']} to bring  {thing.name.en}, {days.en}",
    )


def _days(thing: Service | Bundle) -> int | None:
    if isinstance(thing, Service):
        return thing.promised_days
    return thing.after.days if thing.after else None


def days_words(days: int | None) -> Text:
    if days is None:
        return Text(zh="时限见各事项", en="time as of each service")
    if days == 0:
        return Text(zh="当场办结", en="done on the spot")
    return Text(zh=f"{days}个工作日", en=_count(days, "working day"))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def guide_facts(hall: Hall, thing: Service | Bundle) -> dict[str, Any]:
    """All that the guide says, for programs."""
    told = {
        **facts(hall, thing),
        "aliases": list(thing.aliases),
        "life_stages": list(thing.life_stages),
        "materials": [asdict(material) for material in hall.materials_of(services_of(thing))],
    }
    if isinstance(thing, Bundle):
        return {
            **told,
            "services": list(thing.services),
            "before": thing.before and asdict(thing.before),
            "after": thing.after and asdict(thing.after),
        }
    return {
        **told,
        "department": thing.department,
        "fee": asdict(thing.fee),
        "online": thing.online,
        **asdict(thing.guide),
        "sites": [asdict(site) for site in hall.sites_of([thing.code])],
    }


def guide_lines(hall: Hall, thing: Service | Bundle) -> Iterator[Text]:
    """The guide as people read it."""
    yield Text(zh=f"{thing.code}  {thing.name.zh}", en=f"{thing.code}  {thing.name.en}")
    if isinstance(thing, Bundle):
        yield from _bundle_lines(hall, thing)
    else:
        yield from _service_lines(hall, thing)
    yield Text(zh="需带材料：", en="To bring:")
    for material in hall.materials_of(services_of(thing)):
        yield Text(
            zh=f"  - {material.name.zh}（{material.kind.zh}）",
            en=f"  - {material.name.en} ({material.kind.en})",
        )


def promise_facts(checks: Sequence[PromiseCheck]) -> dict[str, Any]:
    """What a bundle promises, for programs; nothing of what promises nothing."""
    if not checks:
        return {}
    return {
        "promises": [
            {"code": check.promise.value, "kept": check.kept, "words": asdict(check.words)}
            for check in checks
        ]
    }


def promise_lines(checks: Sequence[PromiseCheck]) -> Iterator[Text]:
    """The same as people read it: how each promise is kept, or what to do that it is."""
    # The forms load more than most commands need.
    from common.domain.promises import PROMISE_NAMES

    for check in checks:
        name = PROMISE_NAMES[check.promise]
        yield Text(
            zh=f"{mark(check.kept)} {name.zh}：{check.words.zh}",
            en=f"{mark(check.kept)} {name.en}: {check.words.en}",
        )


def _service_lines(hall: Hall, service: Service) -> Iterator[Text]:
    guide = service.guide
    yield from _labelled("服务对象", "For", guide.who)
    yield from _labelled("办理条件", "Conditions", *guide.conditions)
    yield from _labelled("承诺时限", "Promised", days_words(service.promised_days))
    if guide.statutory_days is not None:
        yield from _labelled("法定时限", "By law", _statutory_words(service))
    yield from _labelled("收费", "Fee", service.fee)
    yield from _labelled("部门", "Department", hall.department(service.department).name)
    yield from _labelled("地点", "Place", _place_words(hall, service))
    yield from _labelled("网上办理", "Online", guide.online_hint)
    if guide.self_service:
        yield Text(zh="自助机也可办理", en="The self-service machines do it too")
    if guide.by_mail:
        yield Text(zh="结果可邮寄", en="The result can be sent by mail")
    for site in hall.sites_of([service.code]):
        yield from _labelled("就近办理", "Nearer to you", _site_words(site))
    if guide.sample:
        yield Text(zh="取号机上可查看样例", en="Kiosks show a sample")
    yield from _labelled("提示", "Note", guide.note)


def _site_words(site: Site) -> Text:
    told = (site.name, site.address, site.hours, Text(zh=site.phone, en=site.phone))
    return Text(
        zh="，".join(words.zh for words in told if words.zh),
        en=", ".join(words.en for words in told if words.en),
    )


def _statutory_words(service: Service) -> Text:
    guide = service.guide
    limit = days_words(guide.statutory_days)
    if guide.statutory_calendar:
        limit = Text(
            zh=f"{guide.statutory_days}个自然日", en=f"{guide.statutory_days} calendar days"
        )
    if guide.basis is None:
        return limit
    return Text(zh=f"{limit.zh}，{guide.basis.zh}", en=f"{limit.en}, {guide.basis.en}")


def _place_words(hall: Hall, service: Service) -> Text:
    zone: Zone = hall.zone(hall.queue(service.queue).zone)
    counters = counters_of(hall, service)
    return Text(
        zh=f"{zone.floor}层 {zone.code}区 {zone.name.zh}，窗口 {counters}",
        en=f"floor {zone.floor}, zone {zone.code}, {zone.name.en}, counters {counters}",
    )


def _bundle_lines(hall: Hall, bundle: Bundle) -> Iterator[Text]:
    names = ((code, hall.service(code).name) for code in bundle.services)
    coded = (Text(zh=f"{code} {name.zh}", en=f"{code} {name.en}") for code, name in names)
    yield from _labelled("包含", "Services", *coded)
    yield from _labelled("窗口", "Counters", Text(*[counters_of(hall, bundle)] * 2))
    if bundle.before and bundle.after:
        yield from _labelled("以前", "Before", _effort_words(bundle.before))
        yield from _labelled("现在", "Now", _effort_words(bundle.after))


def _effort_words(effort: Effort) -> Text:
    return Text(
        zh=f"材料{effort.materials}件，{effort.days}天，跑{effort.trips}趟，{effort.counters}个窗口",
        en=", ".join(
            (
                _count(effort.materials, "material"),
                _count(effort.days, "day"),
                _count(effort.trips, "trip"),
                _count(effort.counters, "counter"),
            )
        ),
    )


def _labelled(zh: str, en: str, *words: Text | None) -> Iterator[Text]:
    """One line for all words; none when there are none."""
    said: Sequence[Text] = [one for one in words if one is not None]
    if said:
        yield Text(
            zh=f"{zh}：" + "；".join(one.zh for one in said),
            en=f"{en}: " + "; ".join(one.en for one in said),
        )
