"""Do the pages of rounds plan, show, mend, put off and hand over, for those who may?"""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import open_episode
from homeward.foundation.moments import at_london, london_day
from homeward.referrals.tests.arranging import SERVICE, TEAM, received
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from tests.plumbing.people_at_work import account_id, signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
DAY = london_day(datetime.now(UTC)) + timedelta(days=2)
ADDRESS = f"/rounds/{DAY.isoformat()}/"


@pytest.fixture
def leon() -> Client:
    return signed_in(staff(role="team-lead", teams=(TEAM,), name="Leon Campbell"))


def visit(hour: int = 10) -> UUID:
    """A visit of the urgent team on the day."""
    house, at = system("demo"), began() - timedelta(hours=2)
    referral = received()
    episode = open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=house, at=at
    )
    with gate.person(referral.person_id, by=house, at=at, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="referral", source_id=referral.id, at=at)
    return visits.plan(
        person_id=referral.person_id, referral_id=referral.id, team_code=TEAM, episode_id=episode, planned_at=at_london(DAY, hour),
        by=house, at=at,
    )  # fmt: skip


def text(client: Client, address: str, posted: dict[str, str] | None = None, status: int = 200) -> str:
    answer = client.get(address) if posted is None else client.post(address, posted, follow=True)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_a_day_is_planned_from_its_page_and_put_in_use(leon: Client) -> None:
    for hour in (9, 11, 14):
        visit(hour)
    nurse = account_id(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    page = text(leon, ADDRESS + "staff/", {"who": str(nurse), "on": "8", "off": "17", "travels_by": "bicycle"})
    assert "Nia Brooks, 8am to 5pm" in page and "3 visits, 1 at work" in page
    assert "Not planned for this day yet" not in page
    page = text(leon, ADDRESS + "plan/", {"trade": "faces", "kind": "plan"})
    assert "Waiting to be planned" in page
    run = rounds.day(team=TEAM, day=DAY, by=staff(role="team-lead", teams=(TEAM,)), at=began()).runs[0]
    rounds.Run.objects.filter(id=run.id).update(seconds=0.3)
    rounds.make_plan(run_id=run.id, at=began())
    trades = re.findall(r'id="trade-(\w+)-hint">(.*?)</div>', text(leon, ADDRESS))
    assert [code for code, words in trades if "for 3 visits: " in words and "minutes of travel" in words] == ["faces"]
    assert [code for code, words in trades if "Not planned for this day yet." in words] == ["roads", "balanced", "hours"]
    page = text(leon, f"/rounds/runs/{run.id}/")
    assert "Ready to look at" in page and "<svg" in page and "New face" in page
    page = text(leon, f"/rounds/runs/{run.id}/", {})
    assert "3 visits are assigned" in page and "The round in use" in page and "Nia Brooks" in page
    week = " ".join(re.sub(r"<[^>]+>", " ", text(leon, f"/rounds/week/?from={DAY.isoformat()}")).split())
    assert "3 visits from" in week and "Round in use" in week and "no round in use" not in week
    assert re.search(r"Nia Brooks .*3 \d+ min", week)


def test_a_night_is_said_on_the_roster_and_planned(leon: Client) -> None:
    visit(22)
    nia = staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")
    wrong = {"who": str(account_id(nia)), "on": "20", "off": "8", "travels_by": "car"}
    assert "Work must end after it begins." in text(leon, ADDRESS + "staff/", wrong, status=422)
    assert "08:00 the next day" in text(leon, ADDRESS + "staff/")
    assert "Nia Brooks, 8pm to 8am" in text(leon, ADDRESS + "staff/", {**wrong, "off": "32"})
    assert rounds.my_stretch(by=nia, at=at_london(DAY, 12)).ends == at_london(DAY + timedelta(days=1), 8)
    text(leon, ADDRESS + "plan/", {"trade": "faces", "kind": "plan"})
    by = staff(role="team-lead", teams=(TEAM,))
    run = rounds.day(team=TEAM, day=DAY, by=by, at=began()).runs[0]
    rounds.Run.objects.filter(id=run.id).update(seconds=0.3)
    rounds.make_plan(run_id=run.id, at=began())
    view = rounds.run_view(run_id=run.id, by=by, at=began())
    assert [(stop.name, stop.late) for stop in view.stops] == [("Nia Brooks", 0)]


def test_a_week_says_which_days_have_visits_and_no_round(leon: Client) -> None:
    visit(9)
    week = text(leon, f"/rounds/week/?from={DAY.isoformat()}")
    assert "1 day with visits and no round in use" in week and "1 visit that nobody goes to yet" in week
    assert "No round is in use this week" in week
    assert "Nothing is planned." in text(leon, f"/rounds/week/?from={(DAY + timedelta(days=70)).isoformat()}")


def test_a_round_that_is_mended_says_each_change_once(leon: Client) -> None:
    visit(9)
    nurses = [account_id(staff(role="community-nurse", teams=(TEAM,), name=name)) for name in ("Nia Brooks", "Olu Ade")]
    for nurse in nurses:
        text(leon, ADDRESS + "staff/", {"who": str(nurse), "on": "8", "off": "17", "travels_by": "car"})
    by = staff(role="team-lead", teams=(TEAM,))
    run = rounds.ask_plan(team_code=TEAM, day=DAY, trade="roads", queue=False, seconds=0.2, by=by, at=began())
    rounds.make_plan(run_id=run, at=began())
    rounds.use_plan(run_id=run, by=by, at=began())
    gone = rounds.day(team=TEAM, day=DAY, by=by, at=began()).rows[0].staff_id
    shift = next(each for each in rounds.day(team=TEAM, day=DAY, by=by, at=began()).shifts if each.user_id == gone)
    rounds.away(shift_id=shift.id, why="Sick", by=by, at=began())
    run = rounds.ask_plan(
        team_code=TEAM, day=DAY, trade="roads", kind="replan", queue=False, seconds=0.2, by=by, at=began()
    )
    rounds.make_plan(run_id=run, at=began())
    page = text(leon, f"/rounds/runs/{run}/")
    assert "1 visit of 1 is otherwise" in page and f"was {shift.name} at" in page


@pytest.mark.hazard(
    "HZ-S16-41",
    hazard="Two rounds are planned and one is put in use; the other says that nothing changes, is put in use later, and nobody rings the people whose visitor or hour is another.",
    control="What changes is told beside the round that is in use when the page is read, not the one of when it was planned.",
)
def test_a_round_planned_before_another_came_into_use_says_what_it_changes_now(leon: Client) -> None:
    visit(9)
    nurses = {account_id(staff(role="community-nurse", teams=(TEAM,), name=name)): name for name in ("Nia Brooks", "Olu Ade")}
    for nurse in nurses:
        text(leon, ADDRESS + "staff/", {"who": str(nurse), "on": "8", "off": "17", "travels_by": "car"})
    by = staff(role="team-lead", teams=(TEAM,))
    first, second = (rounds.ask_plan(team_code=TEAM, day=DAY, trade=trade, queue=False, seconds=0.2, by=by, at=began()) for trade in ("roads", "faces"))
    for run in (first, second):
        rounds.make_plan(run_id=run, at=began())
    rounds.use_plan(run_id=first, by=by, at=began())
    with gate.job("rounds", by=system("rounds"), at=began()):
        goes = rounds.RoundStop.objects.get(run=first).user_id
        assert goes is not None
        other = next(each for each in nurses if each != goes)
        rounds.RoundStop.objects.filter(run=second).update(user_id=other, name=nurses[other])
    page = text(leon, f"/rounds/runs/{second}/")
    assert "1 visit of 1 is otherwise" in page and f"was {nurses[goes]} at" in page and "Nothing is otherwise" not in page
    assert "Ring these people before" in page and "Replaced" not in page
    with gate.job("rounds", by=system("rounds"), at=began()):
        rounds.RoundStop.objects.filter(run=second).update(user_id=goes, name=nurses[goes])
        starts = rounds.RoundStop.objects.get(run=first).starts_at
        rounds.RoundStop.objects.filter(run=second).update(starts_at=starts)
    assert "Nothing is otherwise" in text(leon, f"/rounds/runs/{second}/")


def test_a_round_that_was_replaced_asks_nobody_to_ring(leon: Client) -> None:
    first = _planned_and_used(leon)
    assert "In use</strong>" in text(leon, f"/rounds/runs/{first}/")
    by = staff(role="team-lead", teams=(TEAM,))
    second = rounds.ask_plan(team_code=TEAM, day=DAY, trade="faces", queue=False, seconds=0.2, by=by, at=began())
    rounds.make_plan(run_id=second, at=began())
    rounds.use_plan(run_id=second, by=by, at=began() + timedelta(minutes=1))
    with gate.job("rounds", by=system("rounds"), at=began()):
        rounds.RoundStop.objects.filter(run=second).update(name="Olu Ade", user_id=None)
    replaced = text(leon, f"/rounds/runs/{first}/")
    assert "Replaced by another round" in replaced and f'href="/rounds/runs/{second}/"' in replaced
    assert all(words not in replaced for words in ("Ring these people", "is otherwise", "Somebody else goes", "In use</strong>"))


def _planned_and_used(leon: Client) -> UUID:
    visit(9)
    nurse = account_id(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    text(leon, ADDRESS + "staff/", {"who": str(nurse), "on": "8", "off": "17", "travels_by": "car"})
    by = staff(role="team-lead", teams=(TEAM,))
    run = rounds.ask_plan(team_code=TEAM, day=DAY, trade="roads", queue=False, seconds=0.2, by=by, at=began())
    rounds.make_plan(run_id=run, at=began())
    rounds.use_plan(run_id=run, by=by, at=began())
    return run


def test_a_day_whose_planning_was_cut_short_says_so_and_is_planned_again(leon: Client) -> None:
    visit()
    text(
        leon,
        ADDRESS + "staff/",
        {
            "who": str(account_id(staff(role="community-nurse", teams=(TEAM,)))),
            "on": "8",
            "off": "17",
            "travels_by": "car",
        },
    )
    lead = staff(role="team-lead", teams=(TEAM,))
    run = rounds.ask_plan(team_code=TEAM, day=DAY, trade="faces", by=lead, at=began(), queue=False, seconds=0.2)
    rounds.give_plan_up(run)
    assert "Plan it again" in text(leon, f"/rounds/runs/{run}/")
    rounds.make_plan(run_id=run, at=began())  # its worker was only slow: too late
    assert "Waiting to be planned" in text(leon, f"/rounds/runs/{run}/", {})


def test_what_is_asked_wrongly_is_answered_in_words(leon: Client) -> None:
    assert "no such day" in text(leon, "/rounds/someday/", status=404)
    visit()
    answer = leon.post(ADDRESS + "plan/", {"trade": "faces", "kind": "plan"})
    assert answer.status_code < 500 and "Say first who is at work" in answer.content.decode()
    page = text(leon, ADDRESS + "staff/", {"on": "8", "off": "17", "travels_by": "car"}, status=422)
    assert "Choose who is at work." in page


def test_a_visit_is_put_off_a_note_handed_over_and_a_step_taken(leon: Client) -> None:
    address = f"{ADDRESS}visits/{visit()}/"
    page = text(
        leon, address, {"do": "defer", "to_day": DAY.isoformat(), "to_hour": "15", "reason": "staff-short"}, status=422
    )
    assert "Say what the risk of waiting is" in page
    page = text(leon, address, {"do": "note", "words": "Ring before you come in."})
    assert "Unread" in page and "Ring before you come in." in page
    how = rounds.policy()
    assert how is not None
    person_id = visits.person_of_encounter({"encounter_id": UUID(address.split("/")[-2])})
    assert "Handed over, unread: Ring before you come in." in text(leon, f"/people/{person_id}/")
    assert "Handed over, unread: Ring before you come in." in text(leon, f"/visits/{address.split('/')[-2]}/")
    first = how.no_access[0]
    page = text(leon, address, {"do": "step", "step": first.code, "words": "No answer."})
    assert "No answer." in page
    typed = {
        "do": "defer",
        "to_day": DAY.isoformat(),
        "to_hour": "15",
        "reason": "staff-short",
        "risk": "Low, seen yesterday.",
    }
    assert "put off" in text(leon, address, typed)
    other = signed_in(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    page = text(other, ADDRESS)
    assert "Ring before you come in." in page and "I have read it" in page
    quiet = text(other, f"/rounds/{(DAY + timedelta(days=70)).isoformat()}/")
    whose = re.search(r"<strong>([^<]+)</strong>: Ring before you come in\.", quiet)
    assert whose and whose[1] in text(leon, address) and "0 visits" in quiet


def test_a_gp_plans_no_rounds() -> None:
    assert signed_in(staff(role="gp", organisation="bsol-icb")).get("/rounds/").status_code == 403


def test_what_a_person_wishes_is_noted_on_the_visits_page(leon: Client) -> None:
    page = f"{ADDRESS}visits/{visit(9)}/"
    assert "What the person wishes" in text(leon, page)
    assert "Choose whose wish it is" in text(leon, page, {"do": "prefer", "opens": "10", "closes": "12"}, 422)
    wish = {
        "do": "prefer",
        "opens": "10",
        "closes": "12",
        "same_face": "on",
        "whose": "carer",
        "words": "After the tablets",
    }
    assert "The next round is planned by it" in text(leon, page, wish)
    shown = text(leon, page)
    assert "Between 10:00 and 12:00 and somebody they know, said a carer. After the tablets" in shown
