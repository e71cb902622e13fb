"""What a service's guide tells: from the hall file to the tables and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common import operations
from common.domain.guide import NO_GUIDE, Effort, Guide
from common.domain.text import Text
from common.operations.guide_samples import sample_pictures
from common.operations.hall_changes import apply_hall, differences
from common.operations.hall_file import HallFileWrong, read_hall_file
from common.resources import resource
from tests.quick_reading import read_quickly

DEMO = resource("demo", "hall.yaml").read_text(encoding="utf-8")
ID_CARD, MARRIAGE, BIRTH = "BA001", "CA006", "YJS07"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Each test here changes a file of a thousand lines in one place."""
    read_quickly(monkeypatch)


@pytest.fixture
def wrong(tmp_path):
    """What is said of the demonstration hall with one thing in it put otherwise."""

    def wrong(old, new):
        assert DEMO.count(old) == 1
        file = tmp_path / "hall.yaml"
        file.write_text(DEMO.replace(old, new), encoding="utf-8")
        with pytest.raises(HallFileWrong) as refusal:
            read_hall_file(file)
        return refusal.value.text("en")

    return wrong


def test_the_database_holds_the_guides_as_the_file_tells_them(store, demo_file):
    stored, told = operations.hall(store), demo_file.hall
    assert stored.services == told.services
    assert stored.bundles == told.bundles
    assert stored.life_stages == told.life_stages
    assert stored.support_zones == told.support_zones
    assert stored.sites == told.sites


def test_a_guide_tells_who_what_how_long_and_by_which_law(demo_file):
    guide = demo_file.hall.service(ID_CARD).guide
    assert guide.who == Text(zh="中国公民", en="Chinese citizens")
    assert len(guide.conditions) == 2
    assert (guide.statutory_days, guide.statutory_calendar) == (60, True)
    assert guide.basis.zh == "《居民身份证法》第12条"
    assert guide.by_mail and guide.self_service and guide.online_hint is None


def test_a_law_that_allows_no_day_is_kept(store):
    assert operations.hall(store).service(MARRIAGE).guide.statutory_days == 0


def test_a_service_without_guide_is_stored_without(store, demo_file):
    bare = tuple(replace(s, guide=NO_GUIDE, aliases=()) for s in demo_file.hall.services)
    file = replace(demo_file, hall=replace(demo_file.hall, services=bare))
    changes = apply_hall(store, file)
    assert {(c.section, c.details) for c in changes} == {("services", ("aliases", "guide"))}
    assert operations.hall(store).service(ID_CARD).guide == Guide()
    assert differences(store, file) == ()


def test_moments_of_life_and_support_zones_change_like_the_rest(store, demo_file):
    hall = demo_file.hall
    renamed = replace(hall.life_stages[0], name=Text(zh="生娃", en="A child"))
    changed = replace(
        hall,
        life_stages=(renamed, *hall.life_stages[1:]),
        support_zones=hall.support_zones[1:],
    )
    changes = apply_hall(store, replace(demo_file, hall=changed))
    assert [(c.kind, c.section, c.code, c.details) for c in changes] == [
        ("removed", "support_zones", "G", ()),
        ("changed", "life_stages", "child", ("name",)),
    ]
    assert operations.hall(store).life_stages[0].name.zh == "生娃"


def test_services_and_bundles_are_found_by_moment_of_life(demo_file):
    hall = demo_file.hall
    assert {s.code for s in hall.services_of_life_stage("marriage")} >= {MARRIAGE, "BA004"}
    assert [b.code for b in hall.bundles_of_life_stage("child")] == ["YJS05", BIRTH]


# The demonstration hall is an example: it lacks nothing, and its figures agree.


def test_every_service_of_the_demonstration_has_a_guide_and_everyday_words(demo_file):
    hall = demo_file.hall
    stages = {stage.code for stage in hall.life_stages}
    for service in hall.services:
        assert service.guide.who and service.guide.conditions, service.code
        assert len(service.aliases) >= 3, service.code
        assert service.life_stages and set(service.life_stages) <= stages, service.code
        assert bool(service.guide.online_hint) == service.online, service.code
    assert all(hall.services_of_life_stage(stage) for stage in stages)


def test_a_bundle_asks_for_as_many_materials_as_its_figures_say(demo_file):
    hall = demo_file.hall
    for bundle in hall.bundles:
        assert isinstance(bundle.before, Effort) and isinstance(bundle.after, Effort)
        assert bundle.after.materials == len(hall.materials_of(bundle.services)), bundle.code
        for figure in ("materials", "days", "trips", "counters"):
            assert getattr(bundle.after, figure) < getattr(bundle.before, figure), bundle.code


# Faults


def test_a_moment_of_life_must_be_listed(wrong):
    told = wrong("life_stages: [veterans]", "life_stages: [veteran]")
    assert "there is no life stage veteran; did you mean veterans?" in told


def test_no_more_can_be_promised_than_the_law_allows(wrong):
    old = "code: BC002, queue: BC, department: JJD, service_minutes: 18, promised_days: 0"
    told = wrong(old, old.replace("promised_days: 0", "promised_days: 6"))
    assert "promised_days (6) must not exceed what the law allows" in told


def test_calendar_days_need_a_number(wrong):
    told = wrong(
        'note: {zh: "有效期三个月", en: "Valid for three months"}', "statutory_calendar: true"
    )
    assert "give statutory_days too" in told


def test_before_and_after_belong_together(wrong):
    told = wrong(
        "    before: {materials: 13, days: 25, trips: 5, counters: 5}\n",
        "",
    )
    assert "before and after belong together; before is missing" in told


DELIVERY = "    after: {materials: 8, days: 9, trips: 1, counters: 1}\n    delivery: {queue: AE,"


def test_a_way_of_delivery_names_a_queue_or_the_mail(wrong):
    assert "there is no queue AF" in wrong(DELIVERY, DELIVERY.replace("AE", "AF"))
    neither = DELIVERY.replace("{queue: AE,", "{")
    told = wrong(f"{DELIVERY} by_mail: true}}", f"{neither} by_mail: false}}")
    assert "say how: queue is where results are collected, or by_mail: true" in told


def test_a_support_zone_has_a_letter_of_its_own(wrong):
    told = wrong("  - {code: G, floor: 1,", "  - {code: A, floor: 1,")
    assert "A is a zone already; choose another letter" in told


def test_an_everyday_word_stands_there_once(wrong):
    assert "低保 stands here twice" in wrong("aliases: [低保, 低保户,", "aliases: [低保, 低保,")


def test_a_site_must_be_listed_and_is_named_once(wrong):
    old = "self_service: true, sites: [taoyuan, liuan]}}"
    told = wrong(old, old.replace("liuan", "liu-an"))
    assert "there is no site liu-an; did you mean liuan?" in told
    assert "taoyuan stands here twice" in wrong(old, old.replace("liuan", "taoyuan"))


def test_a_site_says_where_and_when_and_has_a_code_of_its_own(wrong):
    told = wrong("  - code: liuan\n", "  - code: taoyuan\n")
    assert "taoyuan is used twice in sites" in told
    lost = '    hours: {zh: "周一至周六 8:30–17:30", en: "Mon to Sat 8:30–17:30"}\n'
    assert "hours" in wrong(lost, "")


def test_sites_change_like_the_rest(store, demo_file):
    hall = demo_file.hall
    moved = replace(hall.sites[0], address=Text(zh="桃源路20号", en="20 Taoyuan Road"), phone="")
    changed = replace(demo_file, hall=replace(hall, sites=(moved, *hall.sites[1:])))
    changes = apply_hall(store, changed)
    assert [(c.kind, c.section, c.code, c.details) for c in changes] == [
        ("changed", "sites", "taoyuan", ("address", "phone")),
    ]
    assert operations.hall(store).sites[0] == moved


SAMPLE = "sample: sole-trader-registration.svg"
TRADER = "AA001"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.svg", None, "samples/none.svg cannot be read: there is no such file"),
        ("half.png", b"\x89PNG\r\n\x1a\n1234", "half.png is damaged"),
        ("cut.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><rect", "cut.svg is damaged"),
        ("far.svg", b"<svg><image href='file:///etc/passwd'/></svg>", "far.svg is damaged"),
        ("run.svg", b"<svg><script>1</script></svg>", "run.svg is damaged"),
        ("bomb.svg", b"<!DOCTYPE svg><svg/>", "bomb.svg is damaged"),
        ("big.svg", b"<svg/>" + b" " * 700_000, "at most 600000"),
        ("../hall.yaml", None, "must be the name of a file"),
        ("page.pdf", b"%PDF", "must be the name of a file"),
    ],
)
def test_a_sample_that_cannot_be_shown_is_refused_with_its_line(tmp_path, name, content, told):
    (tmp_path / "samples").mkdir()
    if content is not None:
        (tmp_path / "samples" / name).write_bytes(content)
    file = tmp_path / "hall.yaml"
    file.write_text(DEMO.replace(SAMPLE, f"sample: {name}"), encoding="utf-8")
    line = DEMO[: DEMO.index(SAMPLE)].count("\n") + 1
    with pytest.raises(HallFileWrong) as refusal:
        read_hall_file(file)
    assert told in refusal.value.text("en")
    assert f"{file}:{line}:" in refusal.value.text("en")


def test_a_sample_is_kept_with_the_hall_and_goes_when_no_guide_shows_it(store, demo_file, tmp_path):
    apply_hall(store, without_samples(demo_file))
    (tmp_path / "samples").mkdir()
    picture = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    (tmp_path / "samples" / "sole-trader-registration.svg").write_bytes(picture)
    own = tmp_path / "hall.yaml"
    own.write_text(DEMO, encoding="utf-8")
    changes = apply_hall(store, read_hall_file(own))
    assert ("services", ("guide",)) in {(c.section, c.details) for c in changes}
    digest = operations.hall(store).service(TRADER).guide.sample
    (kept,) = sample_pictures(store, [digest, "0" * 64])
    assert kept.data == picture, "the hall's own goes before the suite's"
    apply_hall(store, without_samples(demo_file))
    assert sample_pictures(store, [digest]) == ()


def without_samples(file):
    bare = tuple(replace(s, guide=replace(s.guide, sample="")) for s in file.hall.services)
    return replace(file, hall=replace(file.hall, services=bare), samples=())
