"""Does somebody see who is coming, whom to ring, who helps and what came of what they wrote?"""

import pytest

from homeward.access.api import close_user, gate, system
from homeward.episodes.api import episodes_of, set_keyworker
from homeward.foundation.actions import Actor
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import TEAM, accepted, after, lead
from homeward.visits.api import assign, visits_of
from homeward.visits.tests.test_contacts import nurse
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import account_id, citizen, staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
KEY = "0199a000-0000-7000-8000-000000000001"


def cared_for() -> tuple[ServiceRequest, Actor]:
    """Somebody whom a team has accepted, so that a first visit is planned."""
    need = accepted()
    return need, citizen(person_id=need.person_id)


def test_the_first_page_says_who_is_coming_what_happens_and_whom_to_ring() -> None:
    _, ivy = cared_for()
    page = text(browser(ivy).get("/me/"))
    for words in (
        "Who is coming",
        "Somebody from ",
        "A team has accepted",
        "What happens next:",
        "Whom to ring",
        "111",
    ):
        assert words in page, words


def test_every_page_of_theirs_opens() -> None:
    _, ivy = cared_for()
    client = browser(ivy)
    for address, words in (
        ("team/", "Urgent community response"), ("visits/", "Ask for another time"), ("visits/letter/", "Care for Ivy Cole"),
        ("referrals/", "What happens next:"), ("messages/", "You have not written"), ("looked/", "Who looked"),
        ("details/", "6 May 1941"),
    ):  # fmt: skip
        answer = client.get(f"/me/{address}")
        assert answer.status_code == 200 and words in text(answer), address


@pytest.mark.hazard(
    "HZ-P1-2",
    hazard="Somebody cancels a visit on a page, the team is never told, and a visit they need is lost.",
    control="Asking for another time changes no visit: it is a task of the team, and the page says that the visit stays as it is.",
)
def test_asking_for_another_time_asks_the_team_and_changes_nothing() -> None:
    _, ivy = cared_for()
    client = browser(ivy)
    address = text(client.get("/me/visits/")).split("/change/")[0].split('"')[-1] + "/change/"
    wrong = client.post(address, {"key": KEY, "words": ""})
    assert wrong.status_code == 422 and "Choose what you want to ask." in text(wrong) and "<title>Error:" in text(wrong)
    asked = client.post(address, {"key": KEY, "change": "cancel", "words": "My son comes then."}, follow=True)
    assert "stays as it is" in text(asked) and "Waiting for an answer" in text(asked)
    assert "Ask for another time" in text(client.get("/me/visits/"))
    team = browser(lead())
    work = text(team.get("/work/"))
    assert "Ivy Cole asks to cancel" in work and "Read it and answer" in work
    address = "/work/tasks/" + work.split("/work/tasks/")[1].split('"')[0]
    assert "My son comes then." in text(team.get(address)) and team.post(address, {"words": ""}).status_code == 422
    assert "Your answer is on their page" in text(
        team.post(address, {"words": "We will come on Friday instead."}, follow=True)
    )
    assert "We will come on Friday instead." in text(client.get("/me/messages/"))


def test_writing_to_a_team_and_asking_for_a_correction() -> None:
    _, ivy = cared_for()
    client = browser(ivy)
    assert "nobody may read it for a day" in text(client.get("/me/messages/write/"))
    sent = client.post(
        "/me/messages/write/", {"key": KEY, "team": "ucr-east", "words": "The dressing is loose."}, follow=True
    )
    assert "The dressing is loose." in text(sent)
    assert client.post("/me/messages/write/", {"key": KEY, "team": "dn-west", "words": "x"}).status_code == 422
    fixed = client.post(
        "/me/details/correct/", {"key": KEY.replace("1", "2", 1), "words": "I was born in 1942."}, follow=True
    )
    assert "I was born in 1942." in text(fixed)


def test_what_they_ask_for_is_read_in_easy_words_too() -> None:
    _, ivy = cared_for()
    client = browser(ivy)
    assert client.post("/reading/", {"words": "easy", "next": "/me/"})["Location"] == "/me/"
    page = text(client.get("/me/"))
    assert "A team will help you." in page and "They will ring you or come to you." in page and "hw-picture" in page


@pytest.mark.hazard(
    "HZ-P1-3",
    hazard="What a colleague wrote for whoever visits (a risk, a warning, why a visit was put off) stands on the person's own pages.",
    control="The notice of a visit is for its visitor: the person's pages show who comes and when, and never the notice.",
)
def test_what_is_written_for_the_visitor_is_not_shown_to_the_person() -> None:
    need, ivy = cared_for()
    with gate.person(need.person_id, by=system("demo"), at=after(1), why="looking"):
        first = visits_of([need.id])[0].id
    assign(encounter_id=first, planned_at=after(60), notice="Two carers: a son who shouts.", by=nurse(), at=after(2))
    client = browser(ivy)
    for address in ("", "visits/", "visits/letter/"):
        assert "a son who shouts" not in text(client.get(f"/me/{address}"))


def test_they_are_told_their_keyworker_by_name_until_that_is_no_longer_right() -> None:
    need, ivy = cared_for()
    nia = staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks")
    client = browser(ivy)
    assert "Your keyworker" not in text(client.get("/me/")) + text(client.get("/me/team/"))
    with gate.job("bench", at=after(5)):
        [care] = episodes_of([need.id])[need.id]
    set_keyworker(episode_id=care.id, user_id=account_id(nia), by=nia, at=after(5))
    for address in ("/me/", "/me/team/"):
        assert "Your keyworker is Nia Brooks" in text(client.get(address)), address
    close_user(user_id=account_id(nia), by=system("setup"), at=after(6))
    for address in ("/me/", "/me/team/"):
        assert "Your keyworker" not in text(client.get(address)), address


@pytest.mark.parametrize(("planned", "passed"), [(5, True), (60, False)])
def test_a_visit_whose_time_has_passed_says_what_to_do_if_nobody_has_come(planned: float, passed: bool) -> None:
    need, ivy = cared_for()
    with gate.person(need.person_id, by=system("demo"), at=after(1), why="looking"):
        first = visits_of([need.id])[0].id
    assign(encounter_id=first, planned_at=after(planned), by=nurse(), at=after(2))
    for address in ("/me/", "/me/visits/"):
        assert ("If nobody has come, ring the team" in text(browser(ivy).get(address))) == passed, address
