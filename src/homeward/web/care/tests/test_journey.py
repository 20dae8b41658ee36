"""From yes to the end: a nurse accepts, sees the person, goes again, moves the care on and closes it, with a phone and no script."""

import re
from uuid import UUID

import pytest
import time_machine

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.episodes.api import ClockView, clocks_of, episodes_of, evidence_of
from homeward.foundation.actions import Actor
from homeward.foundation.events import of_subject
from homeward.foundation.moments import clock_face, london
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import TEAM, after, coordinator, now_is, placed, received, triaged
from homeward.visits.api import visits_of
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
BED = next(each for each in directory.place().services.values() if each.setting == "bed" and not each.hub)
BED_TEAM = BED.providers[0].team
FORM = {"first-visit.what-happened": "Slipped", "first-visit.done": "Helped up", "first-visit.safety-net": "Ring us"}


def nurse(team: str = TEAM) -> Actor:
    return staff(role="community-nurse", teams=(team,), name="Nia Brooks")


def text(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]  # a response


def step(by: Actor, address: str, minute: float, **typed: str) -> str:
    """Signed in anew, the page is opened and its form sent, at that minute; the page it leads to."""
    with time_machine.travel(after(minute), tick=False):
        client = signed_in(by)
        opened = client.get(address)
        assert opened.status_code == 200, text(opened)
        key = re.search(r'name="key"[^>]*value="([^"]+)"', text(opened))
        answer = client.post(address, {**({"key": key[1]} if key else {}), **typed}, follow=True)
        assert answer.status_code == 200, text(answer)
        return text(answer)


def looks(by: Actor, address: str, minute: float) -> str:
    with time_machine.travel(after(minute), tick=False):
        answer = signed_in(by).get(address)
    assert answer.status_code == 200, address
    return text(answer)


def saw_at(minute: float) -> dict[str, str]:
    then = london(after(minute))
    return {"way": "in_person", "contact_day": f"{then:%Y-%m-%d}", "contact_at": f"{then:%H:%M}"}


def open_visit(need: ServiceRequest) -> UUID:
    with gate.person(need.person_id, by=system("demo"), at=after(1), why="looking"):
        return next(each.id for each in visits_of([need.id]) if each.open)


def clock(need: ServiceRequest, code: str, minute: float) -> ClockView:
    return next(each for each in clocks_of([need.id], after(minute))[need.id] if each.code == code)


def test_from_yes_to_the_end_at_home() -> None:
    need, by = placed(triaged(at=after(5)), at=after(10)), nurse()
    care = f"/care/{need.id}/"
    with time_machine.travel(after(20), tick=False):
        client = signed_in(by)
        work = text(client.get("/?kind=need"))
        assert "The person wants" in work and "Dr Imran Shah" in work and f'href="/hub/{need.id}/"' in work
        page = text(client.post(f"/work/needs/{need.id}/accept/", {"version": need.version}, follow=True))
    assert "First visit is planned." in page and "Make the first visit" in page and "Two-hour response" in page
    first = open_visit(need)
    page = step(by, f"/visits/{first}/contact/", 80, **FORM, **saw_at(70))
    assert "Plan another visit" in page and f'href="{care}"' in page
    page = looks(by, care, 81)
    assert "No further visit is planned." in page and "Slipped" not in page and ">Seen<" in page
    page = step(by, f"{care}visit/", 85, day="2026-03-04", time="9.30am", way="telephone", purpose="Ask about pain")
    assert "Ask about pain" in page and "tomorrow at 9:30am" in page and "The visit is planned." in page
    page = step(
        by,
        f"/visits/{open_visit(need)}/contact/",
        60 * 24,
        way="telephone",
        contact_day="2026-03-04",
        contact_at="09:35",
    )
    assert "By telephone" in page
    page = step(by, f"{care}close/", 60 * 24 + 5, outcome="at-home-not-hospital")
    assert "The care is closed, and the referral with it." in page and "Ivy Cole" not in page
    page = looks(coordinator(), care, 60 * 24 + 6)
    assert "This care has ended: stayed at home, would have gone to hospital." in page and "Close with" not in page
    it_was_answered_by(first, need, 65)
    ended = now_is(need)
    assert (ended.state, ended.outcome_code) == ("closed", "at-home-not-hospital")


@pytest.mark.parametrize(("seen", "told"), [(70, True), (76, False)])
def test_where_it_stands_tells_when_they_were_seen_and_beside_it_when_that_was_written_down(seen: float, told: bool) -> None:
    need, by = placed(triaged(at=after(5)), at=after(10)), nurse()
    with time_machine.travel(after(20), tick=False):
        signed_in(by).post(f"/work/needs/{need.id}/accept/", {"version": need.version})
    step(by, f"/visits/{open_visit(need)}/contact/", 80, **FORM, **saw_at(seen))
    story = re.search(r'<ol class="hw-story">.*?</ol>', looks(by, f"/care/{need.id}/", 81))
    assert story, "the page tells it"
    steps = re.findall(r'hw-quiet">(.*?)</p>', story[0])
    later = f". Written down today at {clock_face(after(80))}" if told else ""
    assert steps[0] == f"Nia Brooks, today at {clock_face(after(seen))}{later}"
    assert steps[-1] == f"Nia Brooks, today at {clock_face(after(20))}", "what was told at once says it once"


def it_was_answered_by(visit: UUID, need: ServiceRequest, minute: float) -> None:
    """The two hours stopped at the first contact, on that contact's own event, and later ones changed nothing."""
    with gate.person(need.person_id, by=system("demo"), at=after(2000), why="looking"):
        found = clock(need, "two-hour-response", 2000)
        stop = next(each for each in evidence_of(found.id) if each.kind == "stop")
        contact = next(
            each for each in of_subject(visit, person_id=need.person_id) if each.kind == "visit.record_contact"
        )
    assert (found.phase, found.met, found.elapsed) == ("stopped", True, after(minute) - after(0))
    assert stop.event_id == contact.id


def test_from_yes_to_the_end_in_a_bed() -> None:
    sent = received(need_code="recovery-at-home", answers={"where-now": "home", "home-looked-at-first": True})
    need = placed(triaged(sent, urgency="same-day"), service=BED.code, team=BED_TEAM)
    by, care = nurse(BED_TEAM), f"/care/{need.id}/"
    with time_machine.travel(after(20), tick=False):
        page = text(signed_in(by).post(f"/work/needs/{need.id}/accept/", {"version": need.version}, follow=True))
    assert "Arrival is planned." in page and "See the person when they arrive" in page
    visit = f"/visits/{open_visit(need)}/"
    assert "In a bed of" in looks(by, visit, 30)
    step(by, f"{visit}contact/", 200, **FORM, **saw_at(190))  # the plan and the end are asked for later, not now
    assert "In a recovery bed" in looks(by, care, 201)
    assert "Asks for: Recovery plan" in looks(by, f"{care}stage/", 202)
    page = step(by, f"{care}stage/", 203, to="helping")
    assert "The care has moved on." in page and ">Helping<" in page
    page = step(by, f"{care}task/", 204, title="Order a frame", due="24")
    assert "Order a frame" in page
    step(by, f"{care}close/", 300, outcome="at-home")
    page = looks(coordinator(), care, 301)
    assert "This care has ended: stayed at home, need met." in page and "Nothing is left to do." in page
    assert now_is(need).state == "closed"
    with gate.person(need.person_id, by=system("demo"), at=after(301), why="looking"):
        assert [each.stage for each in episodes_of([need.id])[need.id]] == ["helped"]
