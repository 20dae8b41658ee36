"""Does a team see its caseload, why each stands so and what each worker carries, and can work change hands there?"""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from homeward.access.api import close_user, gate, relationships, system
from homeward.episodes.api import add_task, open_episode
from homeward.foundation.errors import NotFound
from homeward.foundation.events import of_subject
from homeward.foundation.moments import at_london, london_day
from homeward.people.api import die
from homeward.referrals.tests.arranging import SERVICE, TEAM, person, received
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from tests.plumbing.people_at_work import account_id, signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
PAGE = "/rounds/caseload/"


@pytest.fixture
def leon() -> Client:
    return signed_in(staff(role="team-lead", teams=(TEAM,), name="Leon Campbell"))


def helped(family: str = "Cole", *, days: float = 2) -> tuple[UUID, UUID, UUID]:
    """Somebody whom the team began to help so many days ago: person, need, episode."""
    house, at = system("demo"), began() - timedelta(days=days)
    who = person(at=at, family=family)
    referral = received(at=at, person_id=who)
    episode = open_episode(person_id=who, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=house, at=at)
    with gate.person(who, by=house, at=at, why="arranging"):
        relationships.grant(who, TEAM, kind="referral", source_id=referral.id, at=at)
    return who, referral.id, episode


def a_visit(to: tuple[UUID, UUID, UUID], *, days: int = 2, user: UUID | None = None, name: str = "") -> UUID:
    """A visit so many days from now at ten, for this colleague when one is named."""
    planned, house, at = at_london(london_day(began()) + timedelta(days=days), 10), system("demo"), began() - timedelta(days=2)
    found = visits.plan(person_id=to[0], referral_id=to[1], team_code=TEAM, episode_id=to[2], planned_at=planned, by=house, at=at)
    if user:
        visits.assign(encounter_id=found, planned_at=planned, user_id=user, name=name, notice="Dog", by=house, at=at)
    return found


def a_task(to: tuple[UUID, UUID, UUID], *, days: int, user: UUID | None = None) -> UUID:
    return add_task(
        person_id=to[0], subject_id=to[1], subject_kind="referral", title="Order a commode", owner_team=TEAM, owner_user=user, episode_id=to[2],
        due_at=began() + timedelta(days=days), by=system("demo"), at=began() - timedelta(days=10),
    )  # fmt: skip


def text(client: Client, address: str = PAGE, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return words(answer.content.decode())


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("&#39;", "'").split())


def test_an_empty_caseload_with_nobody_on_duty_says_both(leon: Client) -> None:
    page = text(leon)
    assert "This team helps nobody now." in page and "Nobody has said who is on duty" in page


def test_everybody_stands_with_a_reason_in_words_the_gravest_first(leon: Client) -> None:
    nia = account_id(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    helped("Bare", days=0.01)
    calm, grave = helped("Calm"), helped("Grave", days=40)
    a_visit(calm, user=nia, name="Nia Brooks")
    a_visit(grave)
    a_task(grave, days=-5)
    page = text(leon)
    assert page.index("Ivy Grave") < page.index("Ivy Bare")
    assert "Nobody is named for the visit of" in page and "No visit of this team is planned" in page
    assert "Red: Never seen by this team in 40 days of help" in page and "Task overdue since" in page
    assert "Next visitor: Nia Brooks," in page and "Held by nobody by name" in page
    assert "These rules are a proposal." in page
    assert "Ivy Grave" not in text(leon, PAGE + f"?with={nia}") and "Ivy Calm" in text(leon, PAGE + f"?with={nia}")
    assert "Ivy Bare" in text(leon, PAGE + "?with=nobody") and "Ivy Calm" not in text(leon, PAGE + "?with=nobody")
    assert "Ivy Bare" not in text(leon, PAGE + "?standing=red") and "Ivy Grave" in text(leon, PAGE + "?standing=red")
    assert "Ivy Bare" in text(leon, PAGE + "?standing=purple&page=99")


def test_a_late_clock_says_which_and_since_when(leon: Client) -> None:
    helped("Fresh", days=0.01)
    assert "A clock is late" not in text(leon).split("What red, amber")[0]
    helped("Late", days=3)
    assert re.search(r"Red: A clock is late: [^.]+\. Late by [^.]+\. It was due at ", text(leon))


def test_people_stand_above_the_load_and_whole_hours_are_said_short(leon: Client) -> None:
    nia = account_id(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    a_visit(helped(), user=nia, name="Nia Brooks")
    page = text(leon)
    assert page.index("Ivy Cole") < page.index("hours on duty and open tasks of each worker")
    assert not re.search(r"\d\.0 h\b", page) and re.search(r"\d h\b", page)


def test_load_stands_beside_the_teams_and_is_of_seven_days(leon: Client) -> None:
    nia = account_id(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    one = helped()
    a_visit(one, days=2, user=nia, name="Nia Brooks")
    a_visit(one, days=30, user=nia, name="Nia Brooks")
    a_task(one, days=-1, user=nia)
    lead = staff(role="team-lead", teams=(TEAM,))
    day = london_day(began()) + timedelta(days=2)
    rounds.at_work(
        team_code=TEAM, day=day, user_id=nia, name="Nia Brooks", role_code="community-nurse", on_at=at_london(day, 8),
        off_at=at_london(day, 12), travels_by="car", by=lead, at=began(),
    )  # fmt: skip
    found = rounds.caseload(team=TEAM, by=lead, at=began())
    hers = next(each for each in found.loads if each.user_id == nia)
    how = rounds.policy()
    assert how and hers.visit_minutes == how.kind_of("fall").minutes and hers.on_duty == 240 and not hers.over
    assert (hers.held, hers.visits, hers.tasks, hers.overdue) == (1, 1, 1, 1)
    assert (found.team.held, found.team.visits, found.team.on_duty, found.team.overdue) == (1, 1, 240, 1)
    shift = next(each for each in rounds.day(team=TEAM, day=day, by=lead, at=began()).shifts)
    rounds.away(shift_id=shift.id, why="Sick", by=lead, at=began())
    hers = next(each for each in rounds.caseload(team=TEAM, by=lead, at=began()).loads if each.user_id == nia)
    assert hers.on_duty == 0 and hers.over


def test_a_worker_who_has_gone_is_named_as_gone(leon: Client) -> None:
    gone = account_id(staff(role="community-nurse", teams=(TEAM,), name="Gus Gone"))
    a_visit(helped(), user=gone, name="Gus Gone")
    close_user(user_id=gone, by=system("setup"), at=began())
    page = text(leon)
    assert "Gus Gone : show their people Not in this team now" in page
    assert "Gus Gone, named for the visit of" in page and "no longer works in this team" in page


def test_somebody_who_has_died_is_said_so_and_not_chased_nor_handed_over(leon: Client) -> None:
    one = helped("Dead", days=40)
    a_task(one, days=-5)
    die(person_id=one[0], source="family", died_at=began() - timedelta(hours=1), by=system("demo"), at=began())
    page = text(leon)
    assert "Never seen by this team" not in page and "Hand over" not in page.split("People")[-1]
    assert "Ivy Dead" not in page or "Has died: end the help with its outcome." in page
    assert leon.get(f"{PAGE}{one[0]}/").status_code == 404, "nothing of theirs is handed over"
    found = rounds.caseload(team=TEAM, by=staff(role="team-lead", teams=(TEAM,)), at=began())
    assert (found.team.held, found.team.visits, found.team.tasks) == (0, 0, 0), "nobody carries them"


def test_a_visit_on_the_round_in_use_stays_on_it_and_says_so(leon: Client) -> None:
    lead, day = staff(role="team-lead", teams=(TEAM,)), london_day(began()) + timedelta(days=2)
    nia = account_id(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))
    one = helped()
    visit = a_visit(one, user=nia, name="Nia Brooks")
    rounds.at_work(
        team_code=TEAM, day=day, user_id=nia, name="Nia Brooks", role_code="community-nurse", on_at=at_london(day, 8),
        off_at=at_london(day, 16), travels_by="car", by=lead, at=began(),
    )  # fmt: skip
    run = rounds.ask_plan(team_code=TEAM, day=day, trade="balanced", queue=False, seconds=0.2, by=lead, at=began())
    rounds.make_plan(run_id=run, at=began())
    rounds.use_plan(run_id=run, by=lead, at=began())
    page = text(leon, f"{PAGE}{one[0]}/")
    assert f"It is on the round in use on {day.day} {day:%B}: mend that round instead." in page
    assert leon.post(f"{PAGE}{one[0]}/", {"what": [str(visit)], "to": str(nia)}).status_code == 422


def test_work_is_handed_to_a_colleague_by_the_actions_there_are(leon: Client) -> None:
    nia, olu = (account_id(staff(role="community-nurse", teams=(TEAM,), name=name)) for name in ("Nia Brooks", "Olu Ade"))
    one = helped()
    visit, task = a_visit(one, user=nia, name="Nia Brooks"), a_task(one, days=-1, user=nia)
    address = f"{PAGE}{one[0]}/"
    assert "Task: Order a commode, due" in text(leon, address) and "Now: Nia Brooks" in text(leon, address)
    wrong = leon.post(address, {"to": str(olu)})
    assert wrong.status_code == 422 and "Choose at least one task or visit." in wrong.content.decode()
    assert leon.post(address, {"what": [str(visit)], "to": str(account_id(staff(role="gp", organisation="bsol-icb")))}).status_code == 422
    page = words(leon.post(address, {"what": [str(visit), str(task)], "to": str(olu)}, follow=True).content.decode())
    assert "Handed over to Olu Ade: 2 of Ivy Cole's." in page and "Next visitor: Olu Ade" in page
    found = rounds.caseload(team=TEAM, by=staff(role="team-lead", teams=(TEAM,)), at=began())
    his, hers = (next(each for each in found.loads if each.user_id == user) for user in (olu, nia))
    with gate.person(one[0], by=system("demo"), at=began(), why="looking"):
        [event] = [each for each in of_subject(task, person_id=one[0]) if each.kind == "task.reassign"]
    assert event.facts["to_user"] == str(olu)
    assert (his.held, his.visits, his.tasks) == (1, 1, 1) and (hers.held, hers.visits, hers.tasks) == (0, 0, 0)
    with gate.person(one[0], by=system("demo"), at=began(), why="looking"):
        assert (moved := visits.visit(visit)) and moved.notice == "Dog" and moved.practitioner == "Olu Ade"


def test_what_cannot_change_hands_stays_and_says_why(leon: Client) -> None:
    one = helped()
    past = a_visit(one, days=-1)
    page = text(leon, f"{PAGE}{one[0]}/")
    assert "Its hour has passed" in page
    assert leon.post(f"{PAGE}{one[0]}/", {"what": [str(past)], "to": str(one[0])}).status_code == 422
    assert "has passed and nothing is written about it" in text(leon)


def test_another_teams_people_and_other_roles_see_nothing(leon: Client) -> None:
    one = helped("Secret")
    assert "Ivy Secret" in text(leon)
    stranger = staff(role="team-lead", teams=("place-office",), name="Stranger")
    with pytest.raises(NotFound):
        rounds.caseload(team=TEAM, by=stranger, at=began())
    page = signed_in(stranger).get(f"{PAGE}?team={TEAM}")
    assert "Ivy Secret" not in page.content.decode()
    assert signed_in(stranger).get(f"{PAGE}{one[0]}/?team={TEAM}").status_code == 404
    assert signed_in(staff(role="gp", organisation="bsol-icb")).get(PAGE).status_code == 403
    assert Client().get(PAGE).status_code == 302


def test_the_page_asks_no_more_for_more_people(leon: Client) -> None:
    lead = staff(role="team-lead", teams=(TEAM,))

    def asked() -> int:
        with CaptureQueriesContext(connection) as counted:
            rounds.caseload(team=TEAM, by=lead, at=began())
        return len(counted)

    helped("One")
    before = asked()
    for family in ("Two", "Three", "Four"):
        a_visit(helped(family))
    assert asked() <= before


def test_a_keyworker_is_named_from_the_caseload_and_holds_before_what_is_inferred(leon: Client) -> None:
    nia, olu = (account_id(staff(role="community-nurse", teams=(TEAM,), name=name)) for name in ("Nia Brooks", "Olu Ade"))
    one = helped()
    a_visit(one, user=nia, name="Nia Brooks")
    assert "No keyworker: who holds them is inferred from Next visitor: Nia Brooks" in text(leon)
    assert "Name a keyworker of Ivy Cole" in text(leon)
    address = f"/care/{one[1]}/keyworker/"
    asked = {"from": "caseload", "version": "0", "to": str(olu)}
    assert "No keyworker is named." in text(leon, address + "?from=caseload")
    wrong = leon.post(address, {**asked, "to": ""})
    assert wrong.status_code == 422 and "Choose who is the keyworker." in wrong.content.decode()
    page = words(leon.post(address, asked, follow=True).content.decode())
    assert "Olu Ade is the keyworker of Ivy Cole now." in page and "Held by the keyworker: Olu Ade" in page
    assert "is inferred from" not in page and "Change keyworker of Ivy Cole" in page
    assert "Ivy Cole" in text(leon, PAGE + f"?with={olu}") and "Ivy Cole" not in text(leon, PAGE + f"?with={nia}").split("What each")[0]
    late = leon.post(address, {**asked, "to": str(nia)})
    assert late.status_code == 409 and "Leon Campbell named Olu Ade as keyworker at " in words(late.content.decode())
    close_user(user_id=olu, by=system("setup"), at=began())
    page = text(leon)
    assert "Needs a new keyworker: Olu Ade no longer works in this team" in page and "Red: Needs" not in page
    assert "They no longer work in" in text(leon, address)
    taken = leon.post(address, {"version": "1", "to": "nobody"}, follow=True)
    assert "Ivy Cole has no keyworker now." in words(taken.content.decode()) and taken.redirect_chain[-1][0] == f"/care/{one[1]}/"


def test_another_team_names_no_keyworker_here(leon: Client) -> None:
    one = helped()
    stranger = signed_in(staff(role="team-lead", teams=("place-office",), name="Stranger"))
    assert stranger.post(f"/care/{one[1]}/keyworker/", {"version": "0", "to": str(one[0])}).status_code in (403, 404)
    assert leon.post(f"/care/{one[1]}/keyworker/", {"version": "0", "to": str(one[0])}).status_code == 422
