"""Is a chart's history seen, are its limits set anew on a page with a reason, and taken back?"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from homeward.foundation.ids import new_id
from homeward.measures.api import RebaseView, SpcPoint, rebases_of, refresh_lake, spc
from homeward.referrals.tests.arranging import HUB, received
from homeward.web.numbers.charted import charted
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC) - timedelta(hours=1)
NUMBER = "/numbers/two-hour-response/"
PAGE = f"{NUMBER}rebase/"
WHY = "The night team began on this day."


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def _text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def _day(days: int) -> str:
    return (NOW - timedelta(days=days)).strftime("%d/%m/%Y")


def test_limits_are_set_anew_seen_and_taken_back() -> None:
    actor = staff(role="analyst", organisation="bsol-icb", name="Oliver Webb")
    analyst = signed_in(actor)
    for weeks in (1, 2, 3, 5):
        received(at=NOW - timedelta(weeks=weeks))
    refresh_lake(at=NOW, everything=True)
    assert "Set the limits anew" in _text(analyst, NUMBER) and "<svg" in _text(analyst, PAGE)
    assert analyst.post(PAGE, {"from_on": _day(14), "reason": WHY}).status_code == 302
    page = _text(analyst, NUMBER)
    assert "Limits set anew from" in page and WHY in page and "Oliver Webb" in page and "style=" not in page
    (made,) = rebases_of("two-hour-response", by=actor)
    back = analyst.post(f"{PAGE}take-back/", {"rebase_id": str(made.id), "why": "It did not last."}, follow=True)
    assert "Taken back" in back.content.decode() and "Limits set anew from" not in back.content.decode()
    again = analyst.post(f"{PAGE}take-back/", {"rebase_id": str(made.id), "why": "Again."}, follow=True)
    assert "already taken it back" in again.content.decode()


def test_what_is_wrong_is_said_beside_its_field() -> None:
    analyst = signed_in(staff(role="analyst", organisation="bsol-icb"))
    for typed, words in (
        ({"from_on": "", "reason": WHY}, "Say from which day"),
        ({"from_on": "spring", "reason": WHY}, "Enter the day as 31/03/2026"),
        ({"from_on": _day(-9), "reason": WHY}, "must be today or earlier"),
        ({"from_on": _day(9), "reason": "Because."}, "Say what changed on that day"),
    ):
        answer = analyst.post(PAGE, typed)
        assert answer.status_code == 422 and words in answer.content.decode()
    wrong = analyst.post(f"{PAGE}take-back/", {"why": ""})
    assert wrong.status_code == 422 and "Say why it is taken back" in wrong.content.decode()


def test_only_who_may_finds_the_page() -> None:
    nurse = signed_in(staff(role="community-nurse", teams=(HUB,)))
    assert "Set the limits anew" not in _text(nurse, NUMBER)
    _text(nurse, PAGE, 403)


def test_each_note_bears_the_number_of_its_flag_on_the_chart() -> None:
    start = date(2026, 1, 5)
    days = [start + timedelta(weeks=week) for week in range(30)]
    made = spc([SpcPoint(at=day, value=float(at % 3)) for at, day in enumerate(days)], rebases=[days[10], days[20]])
    views = [
        RebaseView(id=new_id(), from_on=day, reason="x", made_by="y", made_at=NOW)
        for day in (date(2020, 1, 1), days[20], days[10])
    ]
    assert [(number, each.from_on) for number, each in charted(made, title="t", code="c", rebases=views).notes] == [
        (1, days[10]), (2, days[20]),
    ]  # fmt: skip
