"""Is a night planned whole, by those who are at work in it, on the day on which it begins?"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from homeward.foundation.moments import at_london
from homeward.referrals.tests.arranging import TEAM, after, lead
from homeward.rounds import api as rounds
from homeward.rounds.tests.planning import TOMORROW, at_work, planned, visit_planned
from tests.plumbing.people_at_work import account_id

pytestmark = pytest.mark.django_db
NEXT = TOMORROW + timedelta(days=1)
NIGHT = at_london(TOMORROW, 20), at_london(NEXT, 8)


def rows_of(day: date) -> set[UUID]:
    return {row.id for row in rounds.day(team=TEAM, day=day, by=lead(), at=after(90)).rows}


@pytest.mark.hazard(
    "HZ-G1-3",
    hazard="The visits of a night after midnight stand on a day on which nobody is at work yet, so a round is planned without them.",
    control="A night belongs to the day on which it begins, as the roster says: its visits are planned together for those who are at work then.",
)
def test_a_night_is_planned_whole_for_who_works_it() -> None:
    by = lead()
    night = {visit_planned(hour, at_london(day, hour)) for day, hour in ((TOMORROW, 22), (NEXT, 1), (NEXT, 5))}
    morning = visit_planned(9, at_london(NEXT, 9))
    nurse = at_work("Nia Brooks", *NIGHT, by=by)
    run = planned(by)
    view = rounds.run_view(run_id=run, by=by, at=after(80))
    assert (view.run.visits, view.run.left_out, view.run.late) == (3, 0, 0)
    assert {stop.encounter_id: stop.user_id for stop in view.stops} == dict.fromkeys(night, account_id(nurse))
    assert rounds.use_plan(run_id=run, by=by, at=after(85)) == 3
    used = rounds.day(team=TEAM, day=TOMORROW, by=by, at=after(90))
    assert {row.id for row in used.rows if row.staff == "Nia Brooks"} == night
    assert (used.of.opens, used.of.closes, used.of.into_the_night) == (at_london(TOMORROW), NIGHT[1], True)
    assert rows_of(NEXT) == {morning}


def test_without_anybody_at_work_after_midnight_days_are_the_calendars() -> None:
    early, late = visit_planned(1, at_london(NEXT, 1)), visit_planned(2, at_london(TOMORROW, 22))
    at_work("Dee Day", at_london(TOMORROW, 8), at_london(NEXT), by=lead())
    assert (rows_of(TOMORROW), rows_of(NEXT)) == ({late}, {early})


def test_the_following_day_begins_when_its_first_do() -> None:
    seven, eight = visit_planned(1, at_london(NEXT, 6, 59)), visit_planned(2, at_london(NEXT, 7))
    by = lead()
    at_work("Nia Brooks", *NIGHT, by=by)
    at_work("Dee Day", at_london(NEXT, 7), at_london(NEXT, 17), by=by)
    assert (rows_of(TOMORROW), rows_of(NEXT)) == ({seven}, {eight})


def test_each_of_two_nights_has_its_own_visits() -> None:
    by, after_next = lead(), NEXT + timedelta(days=1)
    first, second = visit_planned(1, at_london(NEXT, 3)), visit_planned(2, at_london(after_next, 3))
    nurse = at_work("Nia Brooks", *NIGHT, by=by)
    rounds.at_work(
        team_code=TEAM, day=NEXT, user_id=account_id(nurse), name=nurse.name, role_code=nurse.role, on_at=at_london(NEXT, 20),
        off_at=at_london(after_next, 8), travels_by="car", by=by, at=after(31),
    )  # fmt: skip
    assert (rows_of(TOMORROW), rows_of(NEXT), rows_of(after_next)) == ({first}, {second}, set())


def test_no_shift_carries_a_day_beyond_the_following_noon() -> None:
    morning, noon = visit_planned(1, at_london(NEXT, 11, 59)), visit_planned(2, at_london(NEXT, 12))
    at_work("Lee Long", at_london(TOMORROW, 20), at_london(NEXT, 18), by=lead())
    assert (rows_of(TOMORROW), rows_of(NEXT)) == ({morning}, {noon})


def test_at_two_at_night_today_is_the_day_on_which_the_night_began() -> None:
    assert rounds.team_day_of(TEAM, at_london(NEXT, 2)) == NEXT
    at_work("Nia Brooks", *NIGHT, by=lead())
    hours = [at_london(TOMORROW, 23), at_london(NEXT, 2), at_london(NEXT, 7, 59), at_london(NEXT, 8)]
    assert [rounds.team_day_of(TEAM, each) for each in hours] == [TOMORROW, TOMORROW, TOMORROW, NEXT]
    assert rounds.team_day_of("dn-east", at_london(NEXT, 2)) == NEXT


def test_who_falls_ill_at_night_leaves_the_rest_of_the_night_to_a_colleague() -> None:
    by = lead()
    late = visit_planned(1, at_london(NEXT, 5))
    for name in ("Nia Brooks", "Olu Ade"):
        at_work(name, *NIGHT, by=by)
    rounds.use_plan(run_id=planned(by), by=by, at=after(85))
    day = rounds.day(team=TEAM, day=TOMORROW, by=by, at=after(90))
    (was,) = [row.staff for row in day.rows]
    two = at_london(NEXT, 2)
    rounds.away(shift_id=next(each.id for each in day.shifts if each.name == was), why="Sick", by=by, at=two)
    run = planned(by, kind="replan", why="Sick", at=two)
    (stop,) = [each for each in rounds.run_view(run_id=run, by=by, at=two).stops if each.encounter_id == late]
    assert stop.how == "somebody_else"
    assert stop.starts_at is not None
    assert two <= stop.starts_at < NIGHT[1]


def test_a_wish_for_the_small_hours_is_of_the_visits_own_day() -> None:
    by = lead()
    visit = visit_planned(1, at_london(NEXT, 1))
    at_work("Nia Brooks", *NIGHT, by=by)
    rounds.prefer(
        encounter_id=visit, opens=30, closes=90, same_face=False, whose="person", words="", by=by, at=after(40)
    )
    (row,) = rounds.day(team=TEAM, day=TOMORROW, by=by, at=after(90)).rows
    assert (row.wanted.opens, row.wanted.closes) == (24 * 60 + 30, 24 * 60 + 90)


def test_the_week_counts_a_night_on_the_day_on_which_it_begins() -> None:
    by = lead()
    for number, day in enumerate((TOMORROW, NEXT)):
        visit_planned(number, at_london(day, 22))
    visit_planned(3, at_london(NEXT, 1))

    def counted() -> list[int]:
        week = rounds.week(team=TEAM, first=TOMORROW, by=by, at=after(90))
        return [each.visits for each in week.days][:3]

    assert counted() == [1, 2, 0]
    at_work("Nia Brooks", *NIGHT, by=by)
    assert counted() == [2, 1, 0]


def test_what_is_decided_at_night_stands_on_the_day_on_which_the_night_began() -> None:
    by, two = lead(), at_london(NEXT, 2)
    visit = visit_planned(1, at_london(NEXT, 3))
    at_work("Nia Brooks", *NIGHT, by=by)
    rounds.defer(
        encounter_id=visit,
        to=at_london(NEXT, 5),
        reason="staff-short",
        risk="Low: asleep, and settled at midnight.",
        by=by,
        at=two,
    )

    def decided(day: date) -> list[UUID]:
        return [each.encounter_id for each in rounds.decisions_of_day(team=TEAM, day=day, by=by, at=two)]

    assert (decided(TOMORROW), decided(NEXT)) == ([visit], [])
    (row,) = [each for each in rounds.day(team=TEAM, day=TOMORROW, by=by, at=two).rows if each.id == visit]
    assert row.planned_at == at_london(NEXT, 5)
