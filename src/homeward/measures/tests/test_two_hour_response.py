"""Is the two-hour figure the count of its own list, honest about what is missing and about what it is too early to say?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import open_episode
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound, NotPermitted
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.api import Asked, NotCountedYet, figure, names_of, people_behind
from homeward.people.api import die
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, after, coordinator, received
from homeward.visits.api import record_contact, visits_of
from tests.plumbing.people_at_work import staff
from tests.plumbing.settling import let_settle

pytestmark = pytest.mark.django_db
MEASURE = "two-hour-response"
WEEK = Asked(first=date(2026, 3, 2), last=date(2026, 3, 8))
CORE = {"met", "not_met"}


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def analyst() -> Actor:
    return coordinator()


def need(
    *, seen_after: float | None = None, told_after: float | None = None, start: float = 0, **details: object
) -> UUID:
    """A two-hour need received `start` minutes after ten, seen in person so many minutes later."""
    referral = received(at=after(start), **details)  # type: ignore[arg-type]  # keyword details as they come
    open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=system("demo"),
        at=after(start),
    )  # fmt: skip
    if seen_after is not None:
        with gate.person(referral.person_id, by=system("demo"), at=MORNING, why="looking"):
            first = visits_of([referral.id])[0].id
        record_contact(
            encounter_id=first,
            contact_at=after(start + seen_after),
            by=system("demo"),
            at=after(start + (told_after or seen_after)),
        )
    return referral.id


def statuses(at_minutes: float, asked: Asked = WEEK) -> dict[UUID, tuple[str, str]]:
    refresh_lake(at=after(at_minutes), everything=True)
    rows = people_behind(MEASURE, asked=asked, by=analyst(), at=after(at_minutes)).rows
    return {row.row_id: (row.status, row.why) for row in rows}


def test_before_the_first_count_it_says_so() -> None:
    with pytest.raises(NotCountedYet, match="not been counted yet"):
        figure(MEASURE, asked=WEEK, by=analyst(), at=MORNING)


@pytest.mark.hazard(
    "HZ-S10-12",
    hazard="The national figure is better than the care: late and missing visits are left out of it.",
    control="Once the two hours have passed a need with no visit in person on record is counted as not met.",
)
def test_what_each_need_counts_as() -> None:
    on_time, at_the_edge, too_late = need(seen_after=95), need(seen_after=120.9), need(seen_after=121)
    told_later = need(seen_after=100, told_after=400)
    unseen, waiting = need(), need(start=200)
    found = statuses(300)
    assert found[on_time] == ("met", "Seen in time")
    assert found[at_the_edge] == ("met", "Seen in time")
    assert found[too_late] == ("not_met", "Seen late")
    assert found[told_later][0] == "met"
    assert found[unseen] == ("not_met", "The two hours have passed with no visit recorded")
    assert found[waiting] == ("too_early", "The two hours are not up")


def test_one_that_ended_first_is_not_counted_and_one_that_ended_late_is() -> None:
    first, late = received(at=MORNING), received(at=MORNING)
    die(person_id=first.person_id, source="family", died_at=after(20), by=system("demo"), at=after(30))
    die(person_id=late.person_id, source="family", died_at=after(20), by=system("demo"), at=after(150))
    found = statuses(300)
    assert (found[first.id][0], found[late.id][0]) == ("excluded", "not_met")


def test_other_needs_are_out_of_scope() -> None:
    outside = received(at=MORNING, need_code="wound-care")
    assert outside.id not in statuses(300)


@pytest.mark.hazard(
    "HZ-S72-1",
    hazard="The board shows one number and its list holds another.",
    control="The figure, each week, each part and the list are the same query, filtered and counted.",
)
def test_the_figure_is_the_count_of_its_list() -> None:
    for minutes in (30, 60, 119, 150, 121):
        need(seen_after=minutes)
    need()
    need(start=290)  # too early to say
    refresh_lake(at=after(300), everything=True)
    by = analyst()
    said = figure(MEASURE, asked=WEEK, by=by, at=after(300))
    listed = people_behind(MEASURE, asked=WEEK, by=by, at=after(300))
    assert (said.numerator, said.denominator) == (3, 6)
    assert said.numerator == sum(row.status == "met" for row in listed.rows)
    assert said.denominator == sum(row.status in CORE for row in listed.rows) == listed.total - 1
    counted = Asked(first=WEEK.first, last=WEEK.last, status="counted")
    assert people_behind(MEASURE, asked=counted, by=by, at=after(300)).total == said.denominator
    assert sum(week.denominator for week in said.series) == said.denominator
    for cut, parts in said.cuts.items():
        assert sum(part.numerator for part in parts) == said.numerator, cut
        for part in parts:
            asked = Asked(first=WEEK.first, last=WEEK.last, cut=cut, value=part.code, status="met")
            assert people_behind(MEASURE, asked=asked, by=by, at=after(300)).total == part.numerator
    assert round(said.coverage or 0) == 83  # five of six rest on a record
    assert said.value == 50.0


def test_a_week_without_anyone_is_a_gap() -> None:
    need(seen_after=60)
    refresh_lake(at=after(300), everything=True)
    asked = Asked(first=date(2026, 2, 16), last=date(2026, 3, 8))
    weeks = figure(MEASURE, asked=asked, by=analyst(), at=after(300)).series
    assert [(week.at.day, week.value) for week in weeks] == [(16, None), (23, None), (2, 100.0)]


@pytest.mark.django_db(transaction=True)
def test_the_lake_follows_the_log() -> None:
    """Only the months that events speak of are written anew; with nothing new no file changes."""
    old, new = need(start=-60 * 24 * 40), need()
    let_settle()
    before = refresh_lake(at=after(300))
    assert before is not None
    by, march = analyst(), Asked(first=date(2026, 3, 1), last=date(2026, 3, 31))
    assert figure(MEASURE, asked=march, by=by, at=after(300)).numerator == 0
    idle = refresh_lake(at=after(301))
    assert idle is not None and idle.files["clocks"] == before.files["clocks"]
    person = people_behind(MEASURE, asked=march, by=by, at=after(301)).rows[0].person_id
    assert person is not None
    with gate.person(person, by=system("demo"), at=MORNING, why="looking"):
        first = visits_of([new])[0].id
    record_contact(encounter_id=first, contact_at=after(60), by=system("demo"), at=after(302))
    let_settle()
    now = refresh_lake(at=after(303))
    assert now is not None and figure(MEASURE, asked=march, by=by, at=after(303)).numerator == 1
    assert now.files["clocks"]["2026-03"] != before.files["clocks"]["2026-03"]
    assert now.files["clocks"]["2026-01"] == before.files["clocks"]["2026-01"]
    assert old != new


def test_names_open_with_a_reason_and_only_for_the_teams_own_people() -> None:
    referral = received(at=MORNING)
    with gate.person(referral.person_id, by=system("demo"), at=MORNING, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="episode", source_id=referral.id, at=MORNING)
    nurse, other = staff(role="community-nurse", teams=(TEAM,)), staff(role="community-nurse", teams=("dn-west",))
    people = [referral.person_id]
    with pytest.raises(Invalid, match="Say why"):
        names_of(people, by=nurse, at=MORNING, why=" ")
    assert names_of(people, by=nurse, at=MORNING, why="late responses") == {referral.person_id: "Ivy Cole"}
    assert names_of(people, by=other, at=MORNING, why="late responses") == {}


def test_not_for_everyone_and_not_for_what_nobody_declared() -> None:
    paramedic = next(role for role in ("paramedic", "ward-flow") if not _may(role))
    with pytest.raises(NotPermitted):
        figure(MEASURE, asked=WEEK, by=staff(role=paramedic, teams=(TEAM,)), at=MORNING)
    refresh_lake(at=after(1), everything=True)
    with pytest.raises(NotFound, match="no such number"):
        figure("made-up", asked=WEEK, by=analyst(), at=MORNING)
    with pytest.raises(NotFound, match="nothing computes it yet"):
        figure("delivery-on-time", asked=WEEK, by=analyst(), at=MORNING)


def _may(role: str) -> bool:
    from homeward.directory import api as directory

    return directory.place().roles[role].may("numbers.view")


def test_rows_written_down_and_rows_asked_for_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for minutes in (30, 60, 119, 150):
        need(seen_after=minutes)
    by = analyst()
    refresh_lake(at=after(300), everything=True)
    asked = figure(MEASURE, asked=WEEK, by=by, at=after(300))
    listed = people_behind(MEASURE, asked=WEEK, by=by, at=after(300))
    monkeypatch.setattr("homeward.measures.actions.lake.draw.LARGE", 0)
    made = refresh_lake(at=after(300), everything=True)
    assert made is not None and MEASURE in made.drawn.paths
    drawn = figure(MEASURE, asked=WEEK, by=by, at=after(300))
    assert (drawn.numerator, drawn.denominator, drawn.cuts) == (asked.numerator, asked.denominator, asked.cuts)
    assert people_behind(MEASURE, asked=WEEK, by=by, at=after(300)).rows == listed.rows
    monkeypatch.setattr("homeward.measures.actions.lake.draw.MANY", 1)
    made = refresh_lake(at=after(300), everything=True)
    assert made is not None and MEASURE in made.drawn.sums
    summed = figure(MEASURE, asked=WEEK, by=by, at=after(300))
    assert replace(summed, rows_query=asked.rows_query) == asked
    need(seen_after=10)
    again = refresh_lake(at=after(300), everything=True)
    assert again is not None and figure(MEASURE, asked=WEEK, by=by, at=after(300)).denominator == asked.denominator + 1
