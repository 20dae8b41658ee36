"""Is every service weighed in the open, and is the order the promised one?"""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from homeward.grammar.api import Criterion, Provider, Service, Test
from homeward.referrals.rules.placing import as_facts, digest, from_facts, rank
from homeward.referrals.rules.reasons import Asked, Option, Room

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
ADULT = Criterion(code="adult", words="Is 18 or over", test=Test(fact="age", is_="at_least", value=18))
FRESH = Room(free=2, of=8, unit="visits", next_at=None, as_of=NOW - timedelta(minutes=10), stale=False)
FULL = replace(FRESH, free=0, next_at=NOW + timedelta(hours=6))
STALE = replace(FRESH, as_of=NOW - timedelta(days=2), stale=True)
SERVICE = Service(
    code="response", title="Response", plain_words="Comes.", providers=(Provider(team="team", areas=("east",)),),
    needs_met=("fall",), eligibility=(ADULT,), catchment=("east",), calendar="always", urgencies=("soon",),
    setting="home", capacity_kind="visits", capacity_shelf_life_hours=2, usual_first_visit_hours=1, stages=(), moves=(),
    first_stage="first", final_stages=("last",), clocks=(), outcomes=(), after_decline="hub", owner="o",
    review_by=date(2027, 1, 1),
)  # fmt: skip
ASKED = Asked(
    need_code="fall", need_title="A fall", urgency_code="soon", urgency_title="Soon", due_at=NOW + timedelta(hours=2),
    facts={"age": 84}, at=NOW,
)  # fmt: skip


def option(code: str = "response", *, room: Room | None = FRESH, known: str = "", opens: datetime = NOW, area: bool | None = True, **changed: Any) -> Option:  # fmt: skip
    service = replace(SERVICE, code=code, title=code.title(), **changed)
    return Option(service=service, team_code="team", team_name="Team", in_area=area, opens_at=opens, room=room, known=known)  # fmt: skip


def order(*options: Option, asked: Asked = ASKED) -> list[str]:
    return [each.service_code for each in rank(asked, options)]


@pytest.mark.hazard(
    "HZ-S12-6",
    hazard="A bed or a hospital is chosen out of habit although help at home would do.",
    control="Home stands before bed before hospital in every list, and the reason is shown and kept.",
)
def test_home_before_bed_before_hospital() -> None:
    assert order(option("ward", setting="hospital"), option("unit", setting="bed"), option("home")) == ["home", "unit", "ward"]  # fmt: skip


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (option("a"), option("b", needs_met=("wound",))),
        (option("a"), option("b", area=False)),
        (option("a"), option("b", urgencies=("planned",))),
        (option("b", setting="bed"), option("a", opens=NOW + timedelta(hours=9))),
        (option("b", known="Already knows the person."), option("a")),
        (option("b"), option("a", room=STALE)),
        (option("b", room=STALE), option("a", room=FULL, usual_first_visit_hours=None)),
        (option("b"), option("a", room=FULL)),
        (option("b"), option("a", usual_first_visit_hours=1.5)),
        (option("b"), option("a", capacity_kind="calls", usual_first_visit_hours=0.1)),
        (option("b", capacity_kind="calls"), option("a", setting="bed")),
    ],
)
def test_what_puts_one_before_the_other(better: Option, worse: Option) -> None:
    assert order(worse, better) == order(better, worse) == [better.service.code, worse.service.code]


def test_nothing_is_left_out_and_each_says_why() -> None:
    unfit = option("b", needs_met=("wound",), eligibility=(replace(ADULT, kind="must_not"),), area=False)
    fits, does_not = rank(ASKED, [unfit, option("a")])
    assert (fits.fits, does_not.fits, fits.order, does_not.order) == (True, False, 1, 2)
    assert [each.code for each in does_not.reasons_against] == ["need", "eligible:adult", "area"]
    for candidate in (fits, does_not):
        assert all(each.words.endswith(".") for each in candidate.reasons)
        assert {"need", "urgency", "area", "setting", "hours", "capacity", "how-soon"} <= {
            each.code for each in candidate.reasons
        }


@pytest.mark.hazard(
    "HZ-S12-7",
    hazard="An old number on the capacity board is read as room that is there now.",
    control="A number past its shelf-life is shown with its age as not known, and never counts as room.",
)
def test_a_stale_number_shows_its_age_and_counts_as_not_known() -> None:
    [candidate] = rank(ASKED, [option(room=STALE)])
    [capacity] = [each for each in candidate.reasons if each.code == "capacity"]
    assert capacity.for_or_against == "unknown"
    assert capacity.words == "Out of date: it said 2 of 8 visits free 2 days ago. Ring to ask."


def test_what_is_not_known_about_the_person_is_said_and_does_not_exclude() -> None:
    [candidate] = rank(replace(ASKED, facts={}), [option()])
    assert candidate.fits
    assert [each.words for each in candidate.not_known] == ["Not known yet: Is 18 or over."]


def test_no_room_never_makes_a_service_unfit() -> None:
    [candidate] = rank(ASKED, [option(room=FULL)])
    assert candidate.fits
    assert {each.code for each in candidate.reasons_against} == {"capacity", "how-soon"}


def test_the_list_is_read_back_as_it_was_shown() -> None:
    shown = rank(ASKED, [option("a"), option("b", area=False, opens=NOW + timedelta(days=1))])
    assert from_facts(as_facts(shown)) == shown
    assert digest(from_facts(as_facts(shown))) == digest(shown) != digest(shown[:1])


def test_forty_services_are_weighed_well_inside_twenty_milliseconds() -> None:
    options = [option(f"service-{number}", eligibility=(ADULT,) * 5) for number in range(40)]
    took = []
    for _ in range(5):
        began = time.perf_counter()
        rank(ASKED, options)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.02
