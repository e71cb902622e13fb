"""What is wrong with how services are found and explained."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.text import Text
from common.operations.hall_file.document import Path
from common.operations.hall_file.form import BundleForm, FileForm, ServiceForm
from common.operations.hall_file.references import Fault, dangling, repeated_in

_LIFE_STAGE = Text(zh="人生阶段", en="life stage")
_SITE = Text(zh="就近办理点", en="site")
_QUEUE = Text(zh="队列", en="queue")


def faulty_guides(file: FileForm) -> Iterator[Fault]:
    stages = {stage.code for stage in file.life_stages}
    sites = {site.code for site in file.sites}
    queues = {queue.code for queue in file.queues}
    for i, service in enumerate(file.services):
        yield from _faulty_tags(("services", i), service, stages)
        yield from _faulty_limit(("services", i, "guide"), service)
        yield from _faulty_sites(("services", i, "guide", "sites"), service, sites)
    for i, bundle in enumerate(file.bundles):
        yield from _faulty_tags(("bundles", i), bundle, stages)
        yield from _faulty_effort(("bundles", i), bundle)
        yield from _faulty_delivery(("bundles", i, "delivery"), bundle, queues)
    zones = {zone.code for zone in file.zones}
    for i, zone in enumerate(file.support_zones):
        if zone.code in zones:
            yield (
                ("support_zones", i, "code"),
                Text(
                    zh=f"{zone.code} 已是功能区，请换一个字母",
                    en=f"{zone.code} is a zone already; choose another letter",
                ),
            )


def _faulty_tags(at: Path, thing: ServiceForm | BundleForm, stages: set[str]) -> Iterator[Fault]:
    yield from repeated_in((*at, "aliases"), thing.aliases)
    yield from repeated_in((*at, "life_stages"), thing.life_stages)
    for code in thing.life_stages:
        yield from dangling((*at, "life_stages"), code, stages, _LIFE_STAGE)


def _faulty_sites(at: Path, service: ServiceForm, sites: set[str]) -> Iterator[Fault]:
    yield from repeated_in(at, service.guide.sites)
    for code in service.guide.sites:
        yield from dangling(at, code, sites, _SITE)


def _faulty_limit(at: Path, service: ServiceForm) -> Iterator[Fault]:
    guide = service.guide
    if guide.statutory_days is None:
        if guide.statutory_calendar:
            yield (
                (*at, "statutory_calendar"),
                Text(zh="请同时填写 statutory_days", en="give statutory_days too"),
            )
    elif not guide.statutory_calendar and service.promised_days > guide.statutory_days:
        yield (
            (*at, "statutory_days"),
            Text(
                zh=f"承诺时限 promised_days（{service.promised_days}）不能超过法定时限",
                en=f"promised_days ({service.promised_days}) must not exceed what the law allows",
            ),
        )


def _faulty_effort(at: Path, bundle: BundleForm) -> Iterator[Fault]:
    if (bundle.before is None) != (bundle.after is None):
        given, missing = ("after", "before") if bundle.before is None else ("before", "after")
        yield (
            (*at, given),
            Text(
                zh=f"before 与 after 须同时填写，缺少 {missing}",
                en=f"before and after belong together; {missing} is missing",
            ),
        )


def _faulty_delivery(at: Path, bundle: BundleForm, queues: set[str]) -> Iterator[Fault]:
    if bundle.delivery is None:
        return
    if bundle.delivery.queue is not None:
        yield from dangling((*at, "queue"), bundle.delivery.queue, queues, _QUEUE)
    elif not bundle.delivery.by_mail:
        yield (
            at,
            Text(
                zh="请写明怎样送达：queue 为领取结果的队列，或 by_mail: true",
                en="say how: queue is where results are collected, or by_mail: true",
            ),
        )
