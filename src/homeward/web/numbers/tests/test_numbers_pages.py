"""Does a number open into its list, say what it means, and keep names behind a reason?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from homeward.foundation.moments import at_london, london_day
from homeward.measures.api import refresh_lake
from homeward.referrals.tests.arranging import HUB, received
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
_PRESENT = datetime.now(UTC)
_THREE = at_london(london_day(_PRESENT), 15, 0)
NOW = _THREE if _THREE < _PRESENT else _THREE - timedelta(days=1)  # a hub that was open five hours ago still is
NUMBER = "/numbers/two-hour-response/"


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


@pytest.fixture
def analyst() -> Client:
    return signed_in(staff(role="hub-coordinator", teams=(HUB,)))


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_counting_again_is_asked_of_the_worker_once(analyst: Client) -> None:
    for _ in range(2):
        page = analyst.post("/numbers/refresh/", follow=True)
        assert page.status_code == 200 and "being counted again" in page.content.decode()


def test_before_anything_is_counted_the_pages_say_so(analyst: Client) -> None:
    assert "have not been counted yet" in text(analyst, "/numbers/")
    assert "There is no figure" in text(analyst, NUMBER)
    assert "There is no figure" in text(analyst, "/numbers/admissions-avoided/")
    assert "no such number" in text(analyst, "/numbers/made-up/", 404)


def test_the_figure_opens_into_its_list_and_names_need_a_reason(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    received(at=NOW - timedelta(minutes=5))
    refresh_lake(at=NOW, everything=True)
    assert "0%" in text(analyst, "/numbers/")
    page = text(analyst, NUMBER)
    assert "0%" in page and "not reached" in page and "<svg" in page and "style=" not in page
    assert "Too early to say" in page and "What it means" in page and "Coverage" in page
    listed = text(analyst, f"{NUMBER}people/?status=not_met")
    assert "1 need " in listed and "no visit recorded" in listed and "Ivy Cole" not in listed
    wrong = analyst.post(f"{NUMBER}people/", {"why": ""})
    assert wrong.status_code == 422 and "Say why" in wrong.content.decode()
    assert "Ivy Cole" in analyst.post(f"{NUMBER}people/", {"why": "late responses"}).content.decode()


def test_parts_and_weeks_are_asked_for_in_the_address(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    assert "Show everyone again" in text(analyst, f"{NUMBER}?cut=locality&value=east&weeks=12")
    for strange in ("?weeks=9999", "?cut=1;drop&value=x", "?week=not-a-day", "people/?page=0&status=%27--"):
        text(analyst, f"{NUMBER}{strange}")


def test_the_open_file_needs_no_account_and_keeps_small_counts_back() -> None:
    received(at=NOW - timedelta(days=20))
    refresh_lake(at=NOW, everything=True)
    answer = Client().get("/numbers/two-hour-response.csv")
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/csv")
    assert "two-hour-response,all,,*,*,*" in answer.content.decode()


def test_the_pages_are_for_roles_that_include_them() -> None:
    assert Client().get("/numbers/").headers["Location"].startswith("/sign-in/")
