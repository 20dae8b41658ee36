"""Are figure, list, funnel and file that are opened together of one moment, however much comes in between?"""

import os
import time
from collections.abc import Callable
from datetime import datetime

import pytest

from homeward.measures.actions.lake.sweep import KEEP_SECONDS
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.api import Figure, compared, exported, figure, people_behind
from homeward.measures.catalogue import lake, state_path
from homeward.measures.tests.test_at_once import drawn, not_drawn_yet, shown, waiting
from homeward.measures.tests.test_two_hour_response import MEASURE, WEEK, after, analyst, need, own_lake

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_lake")]
__all__ = ["own_lake", "waiting"]


def counted(at_minutes: float) -> Figure:
    refresh_lake(at=after(at_minutes), everything=True)
    return shown(at_minutes)


def opened_of(moment: datetime) -> tuple[int, str, int, set[datetime]]:
    """How many the list, the file and the funnel hold that are opened from a page of this moment, and their moments."""
    by, at = analyst(), after(400)
    rows = people_behind(MEASURE, asked=WEEK, by=by, at=at, of=moment)
    file = exported(MEASURE, asked=WEEK, by=by, at=at, of=moment)
    funnel = compared(MEASURE, asked=WEEK, cut="locality", by=by, at=at, of=moment)
    again = figure(MEASURE, asked=WEEK, by=by, at=at, of=moment)
    held = sum(part.denominator for part in (each.part for each in funnel.funnel.parts)) + funnel.unknown
    return rows.total, file.figure, held, {rows.as_of, funnel.as_of, again.as_of}


@pytest.mark.hazard(
    "HZ-S72-65",
    hazard="A board opens the list behind its number, more has come in since, and the two do not agree.",
    control="List, funnel and file opened from a page are of the page's own moment, and say so; the newer is one press away.",
)
def test_what_is_opened_from_a_page_is_of_its_moment_though_more_came_in() -> None:
    need(seen_after=30)
    page = counted(300)
    need(seen_after=10)
    newer = counted(303)
    assert (page.denominator, newer.denominator) == (1, 2)
    assert opened_of(page.as_of) == (1, "100% (1 of 1)", 1, {page.as_of})
    assert opened_of(newer.as_of) == (2, "100% (2 of 2)", 2, {newer.as_of})


@pytest.mark.usefixtures("waiting")
def test_a_page_that_shows_what_stood_opens_the_list_that_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    need(seen_after=30)
    before = drawn(300)
    need(seen_after=10)
    now = not_drawn_yet(301, before, monkeypatch)
    page = shown(301)
    assert page.newer and page.as_of == before.as_of
    assert opened_of(page.as_of) == (1, "100% (1 of 1)", 1, {before.as_of})
    assert people_behind(MEASURE, asked=WEEK, by=analyst(), at=after(301)).as_of == now.as_of


def test_a_state_is_kept_for_some_minutes_and_then_said_to_be_gone() -> None:
    need(seen_after=30)
    page = counted(300)
    need(seen_after=10)
    aged(lambda _: KEEP_SECONDS / 2)
    newer = counted(303)
    assert opened_of(page.as_of)[0] == 1, "its files are kept with it"
    aged(lambda _: KEEP_SECONDS * 2)
    newest = counted(306)
    assert not state_path(page.as_of).exists() and not state_path(newer.as_of).exists()
    total, said, _, moments = opened_of(page.as_of)
    assert (total, said, moments) == (2, "100% (2 of 2)", {newest.as_of})
    told = dict(exported(MEASURE, asked=WEEK, by=analyst(), at=after(400), of=page.as_of).facts)
    assert "no longer kept" in told["Mind too"]


def test_files_go_with_the_last_state_that_names_them() -> None:
    need(seen_after=30)
    counted(300)
    first = {path for path in lake().glob("referrals/*/*.parquet")}
    for minutes in (303, 306):
        assert all(path.exists() for path in first)
        aged(lambda _: KEEP_SECONDS * 2)
        counted(minutes)
    assert first and not any(path.exists() for path in first)


def test_a_number_that_means_something_else_now_is_not_told_by_the_rows_of_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    need(seen_after=30)
    page = counted(300)
    with monkeypatch.context() as changed:
        changed.setattr("homeward.measures.queries.lake._means", lambda state, code: str(state.as_of))
        newer = counted(303)
        assert people_behind(MEASURE, asked=WEEK, by=analyst(), at=after(303), of=page.as_of).as_of == newer.as_of
    assert people_behind(MEASURE, asked=WEEK, by=analyst(), at=after(303), of=page.as_of).as_of == page.as_of


def aged(seconds: Callable[[str], float]) -> None:
    """Every file of the lake is so many seconds older than it is."""
    for path in lake().rglob("*"):
        if path.is_file():
            os.utime(path, (time.time() - seconds(path.name),) * 2)
