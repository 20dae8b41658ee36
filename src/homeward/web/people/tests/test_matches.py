"""Can a clerical reviewer join two records and part them again, and does the old address lead on?"""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.people.api import PersonDetails, match_new, register
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture
def reviewer() -> Client:
    return signed_in(staff(role="records-reviewer", teams=("place-office",)))


@pytest.fixture
def two() -> tuple[UUID, UUID]:
    born = date(1941, 3, 5)
    amina = PersonDetails(
        family="Khan", given="Amina", birth_date=born, sex="female", postcode="B29 6JF", address_lines=("1 Elm Row",)
    )
    first = register(details=amina, by=system("demo"), at=NOW)
    second = register(
        details=PersonDetails(**{**vars(amina), "birth_date": date(1941, 5, 3)}), by=system("demo"), at=NOW
    )
    match_new(person_ids=[second.id], at=NOW)
    return first.id, second.id


def _link(page: str, within: str) -> str:
    start = page.index(f'href="{within}') + 6
    return page[start : page.index('"', start)]


def test_join_follow_and_part(reviewer: Client, two: tuple[UUID, UUID]) -> None:
    kept, lost = two
    waiting = reviewer.get("/people/matches/").content.decode()
    assert "birth day and month swapped" in waiting.lower()
    address = _link(waiting, "/people/matches/0")
    side_by_side = reviewer.get(address).content.decode()
    assert "Speaks for" in side_by_side and side_by_side.count("Amina Khan") >= 2

    wrong = reviewer.post(address, {"verdict": "same", "reason": ""})
    assert wrong.status_code == 422
    assert "Choose which record is kept." in wrong.content.decode()
    done = reviewer.post(
        address, {"verdict": "same", "keep": str(kept), "reason": "One birth certificate"}, follow=True
    )
    assert "The two records are one now." in done.content.decode()

    led = reviewer.get(f"/people/{lost}/")
    assert (led.status_code, led.headers["Location"]) == (302, f"/people/{kept}/")
    assert reviewer.post(f"/people/{lost}/death/", {}).status_code != 302

    decided = reviewer.get("/people/matches/?show=same").content.decode()
    undo = _link(decided, "/people/merges/")
    assert "One birth certificate" in reviewer.get(undo).content.decode()
    assert reviewer.post(undo, {"reason": ""}).status_code == 422
    parted = reviewer.post(undo, {"reason": "Two sisters"}, follow=True)
    assert "They are two people again." in parted.content.decode()
    assert reviewer.get(f"/people/{lost}/").status_code == 200
    assert "Two sisters" in reviewer.get("/people/matches/?show=different").content.decode()
    assert reviewer.get(undo).status_code == 404


def test_two_people_is_not_asked_again(reviewer: Client, two: tuple[UUID, UUID]) -> None:
    address = _link(reviewer.get("/people/matches/").content.decode(), "/people/matches/0")
    reviewer.post(address, {"verdict": "unsure", "reason": "Asked the practice"})
    assert "Asked the practice" in reviewer.get("/people/matches/?show=unsure").content.decode()
    assert reviewer.post(address, {"verdict": "different", "reason": "Two photographs"}).status_code == 302
    assert "No pair is here" in reviewer.get("/people/matches/").content.decode()


def test_others_see_no_pairs() -> None:
    nurse = signed_in(staff(role="community-nurse", teams=("ucr-east",)))
    assert nurse.get("/people/matches/").status_code == 403
