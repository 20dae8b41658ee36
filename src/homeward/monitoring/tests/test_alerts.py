"""Is somebody told by name when a person worsens, and somebody else when nobody looks, by day and by night?"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.monitoring.api import (
    AlertView,
    answer,
    begin_gap,
    burden,
    end_gap,
    on_duty,
    review,
    set_scale,
    strike,
    take,
    take_duty,
    unread,
    ward,
)  # fmt: skip
from homeward.monitoring.jobs import watch
from homeward.monitoring.tests.arranging import (
    MORNING,
    NIGHT_TEAM,
    WARD_TEAM,
    after,
    consultant,
    hours,
    night_clinician,
    now,
    on_the_ward,
    page,
    seen,
    ward_nurse,
)  # fmt: skip
from tests.plumbing.people_at_work import account_id

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
BAD: dict[str, Any] = {"respiratory_rate": 25.0, "heart_rate": 132.0, "consciousness": "C"}


def alert_of(stay: UUID, *, at: datetime, by: Actor | None = None) -> AlertView:
    found = page(stay, at=at, by=by).open_alerts
    return next((each for each in found if each.kind == "score"), found[0])


@pytest.mark.hazard(
    "HZ-S13-32",
    hazard="Somebody slides from well to nearly urgent over a day; each score alone is low, so nobody is told until it is late.",
    control="A whole set that has risen by the declared points within the declared time is told by name before its own band alerts.",
)
def test_a_score_that_rises_is_told_before_it_alerts_by_itself() -> None:
    stay = on_the_ward()
    seen(stay, at=after(10))
    seen(stay, at=after(300), respiratory_rate=21.0)
    assert page(stay, at=after(301)).open_alerts == []
    seen(stay, at=after(600), respiratory_rate=21.0, heart_rate=None)
    assert page(stay, at=after(601)).open_alerts == [], "a partial set is no part of a trend"
    seen(stay, at=after(900), respiratory_rate=21.0, heart_rate=92.0, temperature=38.4)
    [alert] = page(stay, at=after(901)).open_alerts
    assert (alert.kind, alert.level, alert.words) == ("rising", "amber", "NEWS2 has risen from 0 to 4 in 24 hours.")
    assert alert.tellings


def test_a_rise_within_the_minute_in_which_a_device_spoke_is_told() -> None:
    stay = on_the_ward()
    spoke = after(300) + timedelta(seconds=20)
    seen(stay, at=spoke, source="device")
    seen(stay, at=after(301), taken_at=after(300), respiratory_rate=21.0, heart_rate=92.0, temperature=38.4)
    assert now(stay).last_set_at == spoke
    [alert] = page(stay, at=after(302)).open_alerts
    assert (alert.kind, alert.words) == ("rising", "NEWS2 has risen from 0 to 4 in 24 hours.")


def test_what_was_so_high_already_and_what_was_long_ago_is_no_rise() -> None:
    stay = on_the_ward()
    seen(stay, at=after(10), respiratory_rate=21.0, heart_rate=92.0)
    seen(stay, at=after(300), respiratory_rate=21.0, heart_rate=92.0, temperature=38.4)
    assert page(stay, at=after(301)).open_alerts == []
    other = on_the_ward(at=after(400))
    seen(other, at=after(410))
    seen(other, at=after(410 + 25 * 60), respiratory_rate=21.0, heart_rate=92.0, temperature=38.4)
    assert [each.kind for each in page(other, at=after(411 + 25 * 60)).open_alerts] == []


def test_on_the_page_of_a_stay_what_must_be_looked_at_now_stands_first() -> None:
    stay = on_the_ward()
    seen(stay, at=after(10), **BAD)
    watch(after(10 + 60 * 26))
    found = page(stay, at=after(11 + 60 * 26)).open_alerts
    assert len(found) > 1 and found[0].kind == "score"
    assert [each.level == "red" for each in found] == sorted((each.level == "red" for each in found), reverse=True)


def test_the_first_rung_is_told_at_once_by_name_and_those_on_duty_first() -> None:
    bea, cyn = ward_nurse(), ward_nurse("Cyn Rowe")
    stay = on_the_ward(by=bea)
    seen(stay, at=after(10), by=bea, **BAD)
    alert = alert_of(stay, at=after(11))
    assert (alert.level, alert.words) == ("red", "NEWS2 9: high.")
    assert {each.name for each in alert.tellings} >= {"Bea Mullen", "Cyn Rowe"}
    assert unread(account_id(cyn), cyn.teams).mine == 1 and unread(account_id(cyn), cyn.teams).red
    other = on_the_ward(by=bea)
    take_duty(team_code=WARD_TEAM, until=after(300), by=cyn, at=after(20))
    assert [each.name for each in on_duty([WARD_TEAM], at=after(21))] == ["Cyn Rowe"]
    seen(other, at=after(30), by=bea, **BAD)
    assert [(each.name, each.on_duty) for each in alert_of(other, at=after(31)).tellings] == [("Cyn Rowe", True)]


@pytest.mark.hazard(
    "HZ-S13-4",
    hazard="An alert raised at night is seen by nobody until the morning.",
    control="A closed ward hands its alerts to a team that never sleeps; each rung nobody takes is followed by the next, by name.",
)
def test_an_unread_alert_climbs_day_and_night_until_somebody_takes_it() -> None:
    consultant()
    grace = night_clinician()
    by_day, by_night = on_the_ward(), on_the_ward(at=NIGHT - hours(8))
    seen(by_day, at=after(0), **BAD)
    watch(after(9))
    assert len({each.rung for each in alert_of(by_day, at=after(9)).tellings}) == 1
    watch(after(10))
    second = [each for each in alert_of(by_day, at=after(11)).tellings if each.rung == 1]
    assert [(each.name, each.team_name) for each in second] == [("Dr Amara Nwosu", "Frailty virtual ward")]
    watch(after(21))
    third = [each for each in alert_of(by_day, at=after(22), by=grace).tellings if each.rung == 2]
    assert [each.name for each in third] == ["Grace Okafor"] and "call 999" in third[0].words
    watch(after(60))
    assert alert_of(by_day, at=after(61)).next_rung_at is None

    seen(by_night, at=NIGHT, **BAD)
    first = alert_of(by_night, at=NIGHT).tellings
    assert {each.name for each in first} == {"Grace Okafor"} and first[0].team_name == "Single point of access"
    assert by_night in {row.id for row in ward(by=grace, at=NIGHT).rows}
    assert unread(account_id(grace), grace.teams).mine == 2


def test_taking_stops_the_ladder_and_forgetting_starts_it_again() -> None:
    amara, bea = consultant(), ward_nurse()
    stay = on_the_ward()
    seen(stay, at=after(0), **BAD)
    alert = alert_of(stay, at=after(1))
    take(alert_id=alert.id, by=bea, at=after(2))
    assert unread(account_id(bea), bea.teams).mine == 0
    watch(after(21))
    assert alert_of(stay, at=after(21)).taken_by == "Bea Mullen"
    watch(after(22))  # taken at 2, as long as the whole ladder to answer: 20 minutes
    forgotten = alert_of(stay, at=after(22))
    assert forgotten.taken_by == "" and {each.rung for each in forgotten.tellings} == {0, 1}
    take(alert_id=alert.id, by=amara, at=after(23))
    with pytest.raises(Invalid):
        answer(alert_id=alert.id, response="nothing", words=" ", by=amara, at=after(24))
    answer(alert_id=alert.id, response="visit-now", words="Crew sent", by=amara, at=after(25))
    with pytest.raises(Clash, match="already answered"):
        answer(alert_id=alert.id, response="999", words="Again", by=bea, at=after(26))
    assert page(stay, at=after(26)).open_alerts == [] and watch(after(300))["climbed"] == 0


def test_worse_is_raised_afresh_and_the_same_again_is_not() -> None:
    stay, bea = on_the_ward(), ward_nurse()
    seen(stay, at=after(0), respiratory_rate=25.0)
    first = alert_of(stay, at=after(1))
    take(alert_id=first.id, by=bea, at=after(2))
    seen(stay, at=after(10), respiratory_rate=25.0)
    assert alert_of(stay, at=after(11)).taken_by == "Bea Mullen"
    seen(stay, at=after(20), **BAD)
    worse = alert_of(stay, at=after(21))
    assert (worse.id, worse.level, worse.taken_by, worse.raised) == (first.id, "red", "", 2)
    seen(stay, at=after(30))
    assert alert_of(stay, at=after(31)).level == "red"  # a good set takes back nothing: somebody must look


def test_a_carers_worry_alerts_whatever_the_numbers_say() -> None:
    stay = on_the_ward()
    found = seen(stay, at=after(10), worried=True)
    assert found.scored.total == 0 and found.alert_id is not None
    assert alert_of(stay, at=after(11)).kind == "worried"


@pytest.mark.hazard(
    "HZ-S13-5",
    hazard="Observations stop coming and silence looks like health.",
    control="A whole set that is due and does not come is alerted after its grace; only a set, or a timed reason, ends that.",
)
def test_silence_is_alerted_and_only_a_set_or_a_reason_ends_it() -> None:
    stay, bea = on_the_ward(), ward_nurse()
    assert watch(after(29))["late"] == 0
    assert watch(after(30))["late"] == 1 and watch(after(31))["late"] == 0
    late = alert_of(stay, at=after(32))
    with pytest.raises(Refused, match="Only observations"):
        answer(alert_id=late.id, response="expected", words="Asleep", by=bea, at=after(33))
    seen(stay, at=after(40), temperature=None)
    assert alert_of(stay, at=after(41)).kind == "late"  # a partial set is not the set that was due
    seen(stay, at=after(45))
    assert page(stay, at=after(46)).open_alerts == []


def test_a_refusal_is_timed_visible_and_runs_out() -> None:
    stay = on_the_ward()
    begin_gap(stay_id=stay, reason="said-no", until=after(6 * 60), by=ward_nurse(), at=after(10))
    row = next(each for each in ward(by=ward_nurse(), at=after(20)).rows if each.id == stay)
    assert (row.gap, row.gap_refused, row.gap_until) == ("They do not want to be measured now", True, after(360))
    assert watch(after(359))["late"] == 0 and watch(after(391))["late"] == 1
    with pytest.raises(Invalid, match="12 hours at most"):
        begin_gap(stay_id=stay, reason="said-no", until=after(400) + hours(13), by=ward_nurse(), at=after(400))
    with pytest.raises(Invalid, match="Say why"):
        begin_gap(stay_id=stay, reason="comfort-first", until=after(410), by=ward_nurse(), at=after(400))
    seen(stay, at=after(420), **BAD)
    with pytest.raises(Invalid, match="30 minutes at most"):  # who is so ill may not go unwatched for half a day
        begin_gap(stay_id=stay, reason="said-no", until=after(600), by=ward_nurse(), at=after(421))
    begin_gap(stay_id=stay, reason="said-no", until=after(440), by=ward_nurse(), at=after(421))
    end_gap(stay_id=stay, by=ward_nurse(), at=after(425))
    assert now(stay).next_due_at == after(425)


def test_a_day_without_a_senior_review_is_alerted_and_only_a_senior_ends_it() -> None:
    stay, bea, amara = on_the_ward(), ward_nurse(), consultant()
    with pytest.raises(NotPermitted, match="virtual ward senior clinician"):
        review(stay_id=stay, words="Looks fine", by=bea, at=after(60))
    seen(stay, at=MORNING + hours(23))
    assert watch(MORNING + hours(24))["review"] == 1
    alert = alert_of(stay, at=MORNING + hours(24), by=amara)
    with pytest.raises(Refused, match="Only the senior review"):
        answer(alert_id=alert.id, response="expected", words="Later", by=bea, at=MORNING + hours(24))
    review(stay_id=stay, words="Better; stop the drip tomorrow", by=amara, at=MORNING + hours(25))
    assert now(stay).review_due_at == MORNING + hours(49) and page(stay, at=MORNING + hours(25)).open_alerts == []


def test_a_set_entered_in_error_is_struck_and_what_is_left_stands() -> None:
    stay, bea = on_the_ward(), ward_nurse()
    seen(stay, at=after(10), heart_rate=95.0)
    wrong = seen(stay, at=after(20), **BAD)
    strike(set_id=wrong.set_id, why="Next door's readings", by=bea, at=after(21))
    assert (now(stay).last_total, now(stay).next_due_at) == (1, after(21))
    view = page(stay, at=after(22))
    assert view.open_alerts == [] and view.sets[0].total is None and view.sets[0].struck == "Next door's readings"


def test_a_new_scale_counts_from_now_on() -> None:
    stay = on_the_ward()
    assert seen(stay, at=after(10), spo2=90.0).scored.total == 3
    set_scale(stay_id=stay, scale="2", why="COPD, Dr Nwosu", by=consultant(), at=after(11))
    assert seen(stay, at=after(12), spo2=90.0).scored.total == 0
    assert [each.total for each in page(stay, at=after(13)).sets] == [0, 3]


def test_the_burden_of_alarms_is_counted() -> None:
    stay, bea = on_the_ward(), ward_nurse()
    seen(stay, at=after(0), **BAD)
    answer(alert_id=alert_of(stay, at=after(1)).id, response="999", words="Called", by=bea, at=after(5))
    seen(stay, at=after(60), respiratory_rate=25.0)
    answer(alert_id=alert_of(stay, at=after(61)).id, response="expected", words="As always", by=bea, at=after(62))
    found = burden([WARD_TEAM], since=MORNING, until=MORNING + timedelta(days=2), by=bea)
    score = next(each for each in found.kinds if each.kind == "score")
    assert (score.raised, score.helped, score.not_helped, score.acted_on) == (2, 1, 1, 0.5)
    assert found.patient_days == 2.0 and found.a_day == 1.0


def test_nobody_named_means_everybody_and_says_so() -> None:
    stay = on_the_ward(by=consultant())
    seen(stay, at=NIGHT, by=consultant(), **BAD)
    told = alert_of(stay, at=NIGHT, by=consultant()).tellings
    assert [(each.name, each.team_name) for each in told] == [("", "Single point of access")]
    assert unread(None, [NIGHT_TEAM]).mine == 1


def test_the_list_has_the_most_pressing_first_and_counts_the_rest() -> None:
    bea = ward_nurse()
    calm, late, red, amber, partial = (on_the_ward(by=bea) for _ in range(5))
    for stay, changed in ((calm, {}), (red, BAD), (amber, {"respiratory_rate": 25.0}), (partial, {})):
        seen(stay, at=after(10), by=bea, **changed)
    seen(partial, at=after(20), by=bea, source="device", temperature=None)
    seen(calm, at=after(21), by=bea)
    found = ward(by=bea, at=after(60))
    assert [row.id for row in found.rows][:3] == [red, amber, late] and found.rows[2].overdue
    assert found.counts == {"": 5, "unread": 2, "late": 1, "review": 0, "unlooked": 1}
    assert next(row for row in found.rows if row.id == partial).partial
    assert {row.id for row in ward(by=bea, at=after(60), show="late").rows} == {late}
    assert [row.id for row in ward(by=bea, at=after(60), limit=1).rows] == [red]
