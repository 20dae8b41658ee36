"""Is somebody told when a visitor measures a high score, and does a set taken on a ward's visit stand on the ward's chart?"""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import close_episode
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.monitoring.api import (
    OpenAlert,
    answer,
    burden,
    findings_of_sets,
    observe,
    open_alerts,
    open_stays_of,
    take,
    take_duty,
    unread,
    ward,
)
from homeward.monitoring.jobs import watch
from homeward.monitoring.models import ObservationSet, Stay
from homeward.monitoring.tests.arranging import WARD_TEAM, on_the_ward, ward_nurse
from homeward.people.api import die
from homeward.referrals.tests.arranging import MORNING, TEAM, after
from homeward.visits.api import Offline, Value, plan, record_contact
from homeward.visits.tests.test_contacts import accepted
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db
ILL: dict[str, Value] = {
    "respiratory-rate": 26, "spo2": 93, "scale": False, "air": "air", "systolic": 108, "pulse": 112, "consciousness": "A", "temperature": 38.4,
}  # fmt: skip
WELL: dict[str, Value] = {
    "respiratory-rate": 16, "spo2": 97, "scale": False, "air": "air", "systolic": 128, "pulse": 72, "consciousness": "A", "temperature": 36.8,
}  # fmt: skip


def nurse(name: str, team: str = TEAM) -> Actor:
    return staff(role="community-nurse", teams=(team,), name=name)


def seen(visit: UUID, by: Actor, told: Mapping[str, Value], minutes: float = 30, *, form: str = "observations", outcome: str = "") -> None:
    record_contact(
        encounter_id=visit, contact_at=after(minutes), answers={form: dict(told)}, outcome=outcome, by=by, at=after(minutes + 5), key=f"{visit}",
    )  # fmt: skip


def alerts(person: UUID) -> list[OpenAlert]:
    with gate.person(person, by=system("demo"), at=MORNING, why="looking"):
        return open_alerts(person)


def sets(person: UUID) -> list[ObservationSet]:
    with gate.person(person, by=system("demo"), at=MORNING, why="looking"):
        return list(ObservationSet.objects.filter(person_id=person).order_by("taken_at"))


def again(person: UUID, referral: UUID, minutes: float, team: str = TEAM) -> UUID:
    return plan(
        person_id=person, referral_id=referral, team_code=team, planned_at=after(minutes), purpose="", by=system("demo"), at=after(minutes - 20)
    )  # fmt: skip


@pytest.mark.hazard(
    "HZ-S10-51",
    hazard="A nurse at an urgent visit measures a score that is an emergency, and nobody but the nurse hears of it.",
    control="By the declared bands a colleague of the team is told by name at once, the next when nobody opens it, until it is answered.",
)
def test_a_high_score_at_an_urgent_visit_is_told_to_a_colleague_by_name_and_climbs() -> None:
    person, _, visit = accepted()
    visitor, colleague = nurse("Nia Brooks"), nurse("Bea Mullen")
    seen(visit, visitor, ILL)
    [alert] = alerts(person)
    assert (alert.level, alert.taken_by) == ("red", "")
    assert alert.words == "NEWS2 9: high. Measured at a visit by Nia Brooks."
    assert unread(colleague.user_id, colleague.teams).red and not unread(visitor.user_id, ()).mine, "somebody beyond the visit"
    [row] = ward(by=colleague, at=after(36)).rows
    assert (row.person_id, row.state, row.due_at, row.overdue) == (person, "visited", None, False)
    watch(after(46))
    watch(after(56))
    night = staff(role="hub-clinician", teams=("single-point-of-access",), name="Grace Okafor")
    [row] = ward(by=night, at=after(57)).rows
    assert row.alerts[0].rung >= 1 and row.alerts[0].unread
    take(alert_id=alert.id, by=colleague, at=after(58))
    answer(alert_id=alert.id, response="999", words="Rang 999 and stayed.", by=colleague, at=after(60))
    assert alerts(person) == [] and ward(by=colleague, at=after(61)).rows == []
    told = burden([TEAM], since=MORNING, until=after(90), by=colleague)
    assert [(each.kind, each.raised, each.helped) for each in told.kinds] == [("score", 1, 1)] and told.patient_days > 0


def test_whoever_is_on_duty_is_told_and_nobody_else() -> None:
    person, _, visit = accepted()
    lead, other = staff(role="team-lead", teams=(TEAM,), name="Ola Stone"), nurse("Bea Mullen")
    take_duty(team_code=TEAM, until=after(400), by=lead, at=after(1))
    seen(visit, nurse("Nia Brooks"), ILL)
    assert alerts(person) and unread(account_id(lead), ()).mine == 1 and unread(account_id(other), ()).mine == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"pulse": 92, "temperature": 38.4, "respiratory-rate": 21}, []),
        ({"consciousness": "C"}, [("amber", "NEWS2 3: one sign scores 3. Measured at a visit by Nia Brooks.")]),
        ({"spo2": 90}, [("amber", "NEWS2 3: one sign scores 3. Measured at a visit by Nia Brooks.")]),
        ({"spo2": 90, "scale": True}, []),
        ({"spo2": 97, "scale": True, "air": "oxygen", "litres": 2}, [("red", "NEWS2 5: medium. Measured at a visit by Nia Brooks.")]),
    ],
)
def test_the_bands_hold_on_both_scales_and_with_new_confusion(changed: dict[str, Value], told: list[tuple[str, str]]) -> None:
    person, _, visit = accepted()
    nurse("Bea Mullen")
    seen(visit, nurse("Nia Brooks"), {**WELL, **changed})
    assert [(each.level, each.words) for each in alerts(person)] == told


def test_a_partial_set_raises_no_total_but_what_it_calls_for_already_is_told() -> None:
    person, referral, visit = accepted()
    visitor = nurse("Nia Brooks")
    calm = {name: value for name, value in WELL.items() if name != "temperature"}
    seen(visit, visitor, calm)
    [row] = sets(person)
    assert row.total is None and alerts(person) == []
    ill = {name: value for name, value in ILL.items() if name != "temperature"}
    seen(again(person, referral, 60), visitor, ill, 60)
    [alert] = alerts(person)
    assert alert.words.startswith("No NEWS2 yet: 1 sign not measured.") and [each.total for each in sets(person)] == [None, None]


def test_a_total_told_as_one_number_is_told_too_and_stands_in_no_trend() -> None:
    person, _, visit = accepted()
    told: dict[str, Value] = {"what-happened": "Fell", "done": "Helped up", "safety-net": "Ring us", "news2": 7}
    seen(visit, nurse("Nia Brooks"), told, form="first-visit")
    [alert] = alerts(person)
    assert (alert.level, alert.words) == ("red", "NEWS2 7: high. Measured at a visit by Nia Brooks.") and sets(person) == []


def test_a_visit_written_without_a_signal_alerts_once_when_it_comes() -> None:
    person, _, visit = accepted()
    visitor = nurse("Nia Brooks")
    carried = Offline(written_at=after(31), user_id=account_id(visitor), name=visitor.name)
    for _ in range(2):
        record_contact(
            encounter_id=visit, contact_at=after(30), answers={"observations": ILL}, offline=carried, by=visitor, at=after(200), key="once"
        )
    assert len(alerts(person)) == 1 and len(sets(person)) == 1
    with gate.person(person, by=system("demo"), at=after(201), why="looking"):
        assert findings_of_sets(person) == [], "partners are given it once, from the visit"


def test_an_alert_outlasts_the_care_that_the_visit_ended_and_then_nothing_is_left_open() -> None:
    person, _, visit = accepted()
    colleague = nurse("Bea Mullen")
    seen(visit, nurse("Nia Brooks"), ILL, outcome="at-home")
    [alert] = alerts(person)
    answer(alert_id=alert.id, response="senior-told", words="The consultant decides.", by=colleague, at=after(60))
    with gate.person(person, by=system("demo"), at=after(61), why="looking"):
        assert list(Stay.objects.filter(person_id=person).values_list("state", flat=True)) == ["ended"]


def test_nothing_is_promised_to_whoever_is_on_no_ward_and_a_death_ends_it() -> None:
    person, _, visit = accepted()
    seen(visit, nurse("Nia Brooks"), ILL)
    [alert] = alerts(person)
    with gate.person(person, by=system("demo"), at=after(36), why="looking"):
        assert open_stays_of(person) == []
    with pytest.raises(Refused):
        observe(stay_id=alert.stay_id, signs={"heart_rate": 80.0}, taken_at=after(36), by=ward_nurse(team=TEAM), at=after(37))
    assert watch(after(41) + timedelta(days=2))["late"] == 0
    die(person_id=person, source="hospital", died_on=after(60).date(), by=system("demo"), at=after(61))
    assert alerts(person) == []


def test_a_set_taken_at_a_visit_stands_on_the_chart_of_the_ward() -> None:
    stay = on_the_ward(spo2_scale="2", scale_why="Retains carbon dioxide: clinic, May 2025")
    with gate.job("demo", by=system("demo"), at=MORNING):
        row = Stay.objects.get(id=stay)
    visitor = ward_nurse("Ada Lowe")
    visit = again(row.person_id, row.referral_id, 40, WARD_TEAM)
    told = {name: value for name, value in {**WELL, "spo2": 90}.items() if name != "scale"}
    seen(visit, visitor, told, 40)
    [kept] = sets(row.person_id)
    assert (kept.stay_id, kept.total, kept.spo2_scale, kept.actor_name) == (stay, 0, "2", "Ada Lowe")
    with gate.job("demo", by=system("demo"), at=MORNING):
        row = Stay.objects.get(id=stay)
    assert (row.last_total, row.looked_by) == (0, "Ada Lowe") and row.next_due_at == after(40) + timedelta(hours=12)


def test_an_episode_closed_elsewhere_ends_what_was_measured_calmly() -> None:
    person, referral, visit = accepted()
    seen(visit, nurse("Nia Brooks"), WELL)
    with gate.person(person, by=system("demo"), at=after(50), why="looking"):
        [stay] = Stay.objects.filter(person_id=person)
    assert stay.state == "visited" and stay.episode_id is not None
    close_episode(episode_id=stay.episode_id, outcome="at-home", words="Well again", by=system("demo"), at=after(51))
    with gate.person(person, by=system("demo"), at=after(52), why="looking"):
        assert Stay.objects.get(id=stay.id).state == "ended"
