"""Does 'check again after advice' stay on the list of work until it is done, and leave it with its need?"""

from collections.abc import Callable

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import TaskRow, finish_task, tasks_about
from homeward.referrals.api import ServiceRequest, advise, close, hand_back, revoke, undo
from homeward.referrals.tests.arranging import HUB, TEAM, after, clinician, coordinator, lead, now_is, placed, received
from homeward.visits.api import my_work

pytestmark = pytest.mark.django_db
End = Callable[[ServiceRequest], object]


def advised(need: ServiceRequest, *, closes: bool = False) -> ServiceRequest:
    return advise(
        referral_id=need.id, words="Rest", safety_net_words="New pain", told="Daughter", closes=closes, by=clinician(),
        at=after(20), expected_version=now_is(need).version, check_at=None if closes else after(80),
    )  # fmt: skip


def checks(need: ServiceRequest) -> TaskRow:
    with gate.person(need.person_id, by=system("demo"), at=after(100), why="looking"):
        return next(each for each in tasks_about([need.id], at=after(100)) if each.title.startswith("Check again"))


def on_the_list(team_lead: bool = False) -> list[str]:
    by = lead() if team_lead else coordinator()
    rows = my_work(by=by, at=after(100), kind="task").rows
    return [item.words for row in rows for item in row.items if item.words.startswith("Check again")]


ENDS: dict[str, End] = {
    "The need was closed.": lambda need: close(
        referral_id=need.id,
        outcome_code="need-met",
        words="Better",
        by=coordinator(),
        at=after(40),
        expected_version=None,
    ),
    "The need was withdrawn.": lambda need: revoke(
        referral_id=need.id, reason_code="need-gone", words="Better", by=coordinator(), at=after(40)
    ),
    "The need ended with advice.": lambda need: advised(need, closes=True),
}


@pytest.mark.hazard(
    "HZ-S12-20",
    hazard="'Check again after advice' is lost, or hides live work among tasks of needs that have ended.",
    control="It stays on the owner's list until done, ends with its need and says why, and comes back when the end is undone.",
)
@pytest.mark.parametrize("why", ENDS)
def test_it_ends_with_its_need_and_comes_back_with_it(why: str) -> None:
    need = received()
    advised(need)
    assert on_the_list() == ["Check again after advice: New pain"]
    ENDS[why](need)
    ended = checks(need)
    assert ended.done_at is not None and ended.stopped_why == why and on_the_list() == []
    undo(
        referral_id=need.id, reason_code="pressed-by-mistake", words="Not so", by=coordinator(), at=after(50),
        expected_version=now_is(need).version,
    )  # fmt: skip
    assert checks(need).done_at is None and on_the_list() == ["Check again after advice: New pain"]


def test_it_is_on_the_list_until_done() -> None:
    need = received()
    advised(need)
    finish_task(task_id=checks(need).id, by=coordinator(), at=after(90))
    assert on_the_list() == []


def test_it_goes_where_the_need_goes() -> None:
    need = placed()
    advise(
        referral_id=need.id, words="Rest", safety_net_words="New pain", told="Daughter", closes=False, by=clinician(),
        at=after(20), expected_version=need.version, check_at=after(80),
    )  # fmt: skip
    assert checks(need).owner_team == TEAM and on_the_list(team_lead=True)
    hand_back(
        referral_id=need.id, reason_code="need-has-changed", words="More", by=lead(), at=after(30),
        expected_version=now_is(need).version,
    )  # fmt: skip
    assert checks(need).owner_team == HUB and on_the_list() and not on_the_list(team_lead=True)
