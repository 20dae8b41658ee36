"""Can a nurse see the round, record a contact once, and say that nobody was seen, with a phone and no script?"""

import re
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import open_episode
from homeward.foundation.moments import london
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import SERVICE, TEAM, after, placed, received
from homeward.visits.api import visits_of
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Client:
    return signed_in(staff(role="community-nurse", teams=(TEAM,), name="Nia Brooks"))


@pytest.fixture
def visit() -> UUID:
    """A need received an hour ago and accepted; its first visit."""
    started = began() - timedelta(hours=1)
    referral: ServiceRequest = received(at=started)
    demo = system("demo")
    open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=demo, at=started
    )
    with gate.person(referral.person_id, by=demo, at=started, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="episode", source_id=referral.id, at=started)
        found = visits_of([referral.id])[0]
    return found.id


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def posted(client: Client, address: str, **typed: str) -> tuple[int, str]:
    form = text(client, address)
    key = re.search(r'name="key"[^>]*value="([^"]+)"', form)
    answer = client.post(address, {**({"key": key[1]} if key else {}), **typed}, follow=True)
    return answer.status_code, answer.content.decode()


WHOLE = {
    "way": "in_person", "first-visit.what-happened": "Slipped", "first-visit.done": "Helped up",
    "first-visit.safety-net": "Ring us", "first-visit.lives-alone": "yes",
}  # fmt: skip


def a_while_ago(minutes: int = 5) -> dict[str, str]:
    then = london(began() - timedelta(minutes=minutes))
    return {"contact_at": f"{then:%H:%M}", "contact_day": f"{then:%Y-%m-%d}"}


def test_the_round_and_the_visit_say_what_a_visitor_needs(nurse: Client, visit: UUID) -> None:
    page = text(nurse, "/visits/")
    assert "Ivy Cole" in page and "A fall" in page and "left" in page
    page = text(nurse, f"/visits/{visit}/")
    assert "To stay at home" in page and "Record the contact" in page and "Two-hour response" in page
    assert "I am on my way" in page
    assert nurse.post(f"/visits/{visit}/set-off/").headers["Location"] == f"/visits/{visit}/"
    assert "On the way" in text(nurse, f"/visits/{visit}/")


def test_a_contact_is_recorded_and_a_second_press_changes_nothing(nurse: Client, visit: UUID) -> None:
    address = f"/visits/{visit}/contact/"
    form = text(nurse, address)
    key = re.search(r'name="key"[^>]*value="([^"]+)"', form)
    assert key is not None
    typed = {**WHOLE, **a_while_ago(), "key": key[1]}
    for _ in range(3):
        assert nurse.post(address, typed).headers["Location"] == f"/visits/{visit}/"
    page = text(nurse, f"/visits/{visit}/")
    assert "Seen" in page and "Nia Brooks" in page and "Slipped" in page


def test_errors_are_listed_with_links_and_what_was_typed_stays(nurse: Client, visit: UUID) -> None:
    status, page = posted(
        nurse, f"/visits/{visit}/contact/", **{**WHOLE, **a_while_ago(), "contact_at": "25:99"}, words="kept words"
    )
    assert status == 422 and "<title>Error:" in page and 'href="#f-contact_at"' in page and "kept words" in page
    status, page = posted(nurse, f"/visits/{visit}/contact/", **{**WHOLE, **a_while_ago(100)})
    assert status == 422 and "cannot be earlier than that" in page
    status, page = posted(nurse, f"/visits/{visit}/contact/", way="in_person", **a_while_ago())
    assert status == 422 and "Answer: What did you do?" in page


def test_a_telephone_call_needs_no_form(nurse: Client, visit: UUID) -> None:
    status, page = posted(nurse, f"/visits/{visit}/contact/", way="telephone", words="Rang", **a_while_ago())
    assert status == 200 and "By telephone" in page


def test_not_seen_asks_why_and_plans_the_next_step(nurse: Client, visit: UUID) -> None:
    status, page = posted(nurse, f"/visits/{visit}/not-seen/", again="none")
    assert status == 422 and "Choose why the person was not seen." in page
    status, page = posted(nurse, f"/visits/{visit}/not-seen/", again="none", reason="not-safe")
    assert status == 422 and "Say what happened" in page
    status, page = posted(nurse, f"/visits/{visit}/not-seen/", again="1", reason="no-answer")
    assert status == 200 and "The wait goes on" in page and "Not seen" in page


def test_another_teams_visit_is_not_opened(visit: UUID) -> None:
    stranger = signed_in(staff(role="community-nurse", teams=("dn-west",)))
    assert "Ivy Cole" not in text(stranger, "/visits/")
    assert "not looking after this person" in text(stranger, f"/visits/{visit}/", 403)


def test_my_work_shows_needs_visits_tasks_and_what_is_unread(nurse: Client, visit: UUID) -> None:
    page = text(nurse, "/")
    assert "Ivy Cole" in page and "Fill in: First visit" in page and "not read" in page
    text(nurse, f"/visits/{visit}/")  # opening the record is reading it
    assert "1 not read" not in text(nurse, "/") and "Nothing is waiting" in text(nurse, "/?unread=1")
    assert "Fill in" not in text(nurse, "/?kind=visit")


def test_a_task_is_done_from_the_list_and_its_filters_stay(nurse: Client, visit: UUID) -> None:
    page = text(nurse, "/?kind=task")
    task = re.search(r"/work/tasks/([0-9a-f-]+)/done/", page)
    assert task is not None
    answer = nurse.post(f"/work/tasks/{task[1]}/done/", {"next": "kind=task"})
    assert answer.headers["Location"] == "/work/?kind=task"


def test_the_first_page_sends_strangers_where_they_belong() -> None:
    assert Client().get("/").headers["Location"] == "/start/"


@time_machine.travel(after(30), tick=False)
def test_a_need_placed_with_my_team_is_accepted_from_my_work() -> None:
    nurse, referral = signed_in(staff(role="community-nurse", teams=(TEAM,))), placed()
    page = text(nurse, "/?kind=need")
    assert "Accept" in page and "Waiting for the team to accept" in page
    address = f"/work/needs/{referral.id}/accept/"
    assert nurse.post(address, {"version": "1"}).status_code == 409
    answer = nurse.post(address, {"version": str(referral.version)}, follow=True).content.decode()
    assert "Accepted. The first visit is on your team" in answer
    assert "Ivy Cole" in text(nurse, "/visits/")
