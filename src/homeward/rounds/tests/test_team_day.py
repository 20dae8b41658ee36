"""Is a team's day planned, used, and mended after sickness with few changes, by those who may?"""

import pytest

from homeward.access.api import gate
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.moments import at_london
from homeward.referrals.tests.arranging import TEAM, after, lead
from homeward.rounds import api as rounds
from homeward.rounds.tests.planning import TOMORROW, planned, team_of, the_day, visit_planned
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db
NEEDED = 6


def test_a_day_is_planned_looked_at_and_used() -> None:
    by = lead()
    made = [visit_planned(number, at_london(TOMORROW, 9 + number)) for number in range(NEEDED)]
    team_of(3, by)
    run = planned(by)
    view = rounds.run_view(run_id=run, by=by, at=after(80))
    assert (view.run.state, view.run.visits, view.run.left_out) == ("ready", NEEDED, 0)
    assert rounds.use_plan(run_id=run, by=by, at=after(85)) == NEEDED
    day = the_day(by)
    assert {row.id for row in day.rows} == set(made)
    assert all(row.staff for row in day.rows)
    with pytest.raises(Refused, match="not yet used"):
        rounds.use_plan(run_id=run, by=by, at=after(86))


@pytest.mark.hazard(
    "HZ-G1-2",
    hazard="After a colleague falls ill everybody's round is turned over, and people wait for faces who do not come.",
    control="Re-planning keeps whoever was to come wherever it can, and lists every visit that is otherwise than before.",
)
def test_after_sickness_only_what_must_changes_and_it_is_said() -> None:
    by = lead()
    for number in range(NEEDED):
        visit_planned(number, at_london(TOMORROW, 9 + number))
    team_of(3, by)
    rounds.use_plan(run_id=planned(by), by=by, at=after(85))
    before = {row.id: row.staff_id for row in the_day(by).rows}
    sick = next(each for each in the_day(by).shifts if each.user_id in before.values())
    rounds.away(shift_id=sick.id, why="Sick", by=by, at=after(100))
    run = planned(by, kind="replan", why=f"{sick.name} is sick", at=after(101))
    view = rounds.run_view(run_id=run, by=by, at=after(102))
    theirs = {visit for visit, who in before.items() if who == sick.user_id}
    moved = {stop.encounter_id for stop in view.stops if stop.how == "somebody_else"}
    assert moved == theirs
    assert all(sick.name in stop.was for stop in view.stops if stop.how == "somebody_else")
    rounds.use_plan(run_id=run, by=by, at=after(110))
    after_all = {row.id: row.staff_id for row in the_day(by).rows}
    assert sick.user_id not in after_all.values()
    assert {visit for visit in before if before[visit] != after_all[visit]} == theirs


def test_a_visit_that_is_kept_stays_with_its_carer() -> None:
    by = lead()
    visit = visit_planned(1, at_london(TOMORROW, 10))
    nurses = team_of(3, by)
    kept = account_id(nurses[2])
    rounds.keep_with(encounter_id=visit, day=TOMORROW, users=[kept], by=by, at=after(40))
    rounds.use_plan(run_id=planned(by), by=by, at=after(85))
    assert the_day(by).rows[0].staff_id == kept


def test_nobody_plans_another_teams_day() -> None:
    other = staff(role="team-lead", teams=("dn-east",), name="Olu Ade")
    with pytest.raises(Refused, match="another team"):
        rounds.ask_plan(team_code=TEAM, day=TOMORROW, trade="balanced", queue=False, by=other, at=after(1))
    with pytest.raises(NotPermitted):
        rounds.ask_plan(
            team_code=TEAM,
            day=TOMORROW,
            trade="balanced",
            queue=False,
            by=staff(role="gp", organisation="bsol-icb"),
            at=after(1),
        )


def test_a_plan_with_nobody_at_work_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match="Nobody is at work"):
        rounds.ask_plan(team_code=TEAM, day=TOMORROW, trade="balanced", queue=False, by=lead(), at=after(1))


@pytest.mark.hazard(
    "HZ-G4-1",
    hazard="A visit is put off and nobody can say who decided it or what the risk was.",
    control="A deferral takes a reason, the risk in words and who decides; it is never changed, and a visit whose hour is critical needs a clinician's words.",
)
def test_a_visit_is_put_off_with_reason_risk_and_who_decided() -> None:
    by = lead()
    visit = visit_planned(1, at_london(TOMORROW, 10))
    with pytest.raises(Invalid):
        rounds.defer(
            encounter_id=visit, to=at_london(TOMORROW, 15), reason="staff-short", risk=" ", by=by, at=after(40)
        )
    rounds.defer(
        encounter_id=visit, to=at_london(TOMORROW, 15), reason="staff-short", risk="Low: dressing holds a day.", by=by, at=after(40),
    )  # fmt: skip
    one = rounds.visit_decisions(visit, by=by, at=after(41))
    assert [(each.code, each.decided_by, each.risk) for each in one] == [
        ("staff-short", by.name, "Low: dressing holds a day.")
    ]
    assert the_day(by).rows[0].planned_at == at_london(TOMORROW, 15)


def test_when_nobody_opens_the_steps_are_taken_in_turn_and_somebody_decides() -> None:
    by = lead()
    visit = visit_planned(1, at_london(TOMORROW, 10))
    how = rounds.policy()
    assert how is not None
    steps = [each.code for each in how.no_access]
    with pytest.raises(Invalid, match="first"):
        rounds.no_access(encounter_id=visit, step=steps[-1], words="Try again", by=by, at=after(50))
    for step in steps:
        rounds.no_access(encounter_id=visit, step=step, words="Done, no answer. Try again at two.", by=by, at=after(50))
    assert [each.code for each in rounds.visit_decisions(visit, by=by, at=after(51))] == steps


def test_a_note_handed_over_stays_unread_until_a_colleague_acknowledges_it() -> None:
    by, other = lead(), staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")
    visit_planned(1, at_london(TOMORROW, 10))
    person_id = the_day(by).rows[0].person_id
    note = rounds.hand_over(
        person_id=person_id, team_code=TEAM, words="New dog: ring before you come in.", by=by, at=after(60)
    )
    assert [each.id for each in rounds.unread(team=TEAM, by=other, at=after(61))] == [note]
    with pytest.raises(Refused, match="wrote"):
        rounds.acknowledge(handover_id=note, by=by, at=after(62))
    rounds.acknowledge(handover_id=note, by=other, at=after(63))
    assert rounds.unread(team=TEAM, by=other, at=after(64)) == []
    with gate.person(person_id, by=other, at=after(65)):
        assert rounds.notes_of(person_id)[0].read_by == "Nia Brooks"
