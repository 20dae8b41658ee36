"""Does a page show what stood, with its moment, until what came in is counted; and the very newest to everybody else?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from homeward.directory.api import place
from homeward.measures.actions.lake.draw import still_meant
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.api import Figure, catalogue_now, exported, figure, figures, tiles
from homeward.measures.catalogue import Catalogue, publish
from homeward.measures.queries.lake import lake_written
from homeward.measures.tests.test_two_hour_response import MEASURE, WEEK, after, analyst, need, own_lake

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_lake")]
Count = Callable[[], object]
__all__ = ["own_lake"]


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Count, Callable[[], bool]]]:
    """A large lake; what is to be counted beside the page is put here instead."""
    found: list[tuple[Count, Callable[[], bool]]] = []
    monkeypatch.setattr("homeward.measures.actions.lake.draw.LARGE", 0)
    monkeypatch.setattr(
        "homeward.measures.queries.figure.count_beside",
        lambda question, count, *, wanted: found.append((count, wanted)),
    )
    return found


def drawn(at_minutes: float) -> Catalogue:
    made = refresh_lake(at=after(at_minutes), everything=True)
    assert made is not None and MEASURE in made.written.paths
    return made


def not_drawn_yet(at_minutes: float, before: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """As it is between an increment and the next drawing; all is read anew, because nothing in a test is committed."""
    with monkeypatch.context() as now:
        now.setattr("homeward.measures.actions.write_lake.drawn", lambda catalogue, folder: catalogue)
        made = refresh_lake(at=after(at_minutes), everything=True)
    assert made is not None
    publish(replace(made, drawn=still_meant(before)))
    assert not catalogue_now().written.paths
    return catalogue_now()


def shown(at_minutes: float) -> Figure:
    return figure(MEASURE, asked=WEEK, by=analyst(), at=after(at_minutes), at_once=True)


@pytest.mark.hazard(
    "HZ-S72-62",
    hazard="Whoever opens a number while rows come in waits, or reads an older figure as if it were today's.",
    control="What stood is shown at once with its own moment and the words that newer rows are being counted; they are counted beside.",
)
def test_what_stood_is_shown_with_its_moment_until_the_newer_is_counted(
    waiting: list[tuple[Count, Callable[[], bool]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    need(seen_after=30)
    before = drawn(300)
    stood = shown(300)
    assert (stood.newer, stood.denominator, waiting) == (False, 1, [])
    need(seen_after=10)
    now = not_drawn_yet(301, before, monkeypatch)
    former = shown(301)
    assert (former.newer, former.denominator, former.as_of) == (True, 1, before.as_of)
    assert former.spc is stood.spc and shown(301) is former, "nothing is drawn anew for each reader"
    assert replace(former, newer=False) == stood
    count, wanted = waiting[-1]
    assert wanted()
    count()
    newest = shown(301)
    assert (newest.newer, newest.denominator, newest.as_of) == (False, 2, now.as_of)
    not_drawn_yet(302, before, monkeypatch)
    assert not wanted(), "a newer state has come: the older is counted for nobody"


def test_whoever_takes_a_number_away_waits_for_the_newest(
    waiting: list[tuple[Count, Callable[[], bool]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    need(seen_after=30)
    before = drawn(300)
    need(seen_after=10)
    not_drawn_yet(301, before, monkeypatch)
    listed = figures([MEASURE], asked=WEEK, by=analyst(), at=after(301))[MEASURE]
    assert (listed.newer, listed.denominator, len(waiting)) == (True, 1, 1)
    assert figure(MEASURE, asked=WEEK, by=analyst(), at=after(301)).denominator == 2
    assert exported(MEASURE, asked=WEEK, by=analyst(), at=after(301)).figure.endswith("(2 of 2)")


def test_a_measure_that_means_something_else_now_has_no_former_answer(
    waiting: list[tuple[Count, Callable[[], bool]]],
) -> None:
    need(seen_after=30)
    before = drawn(300)
    other = next(code for code in before.measures if code != MEASURE)
    changed = replace(before, measures={**before.measures, MEASURE: before.measures[MEASURE] + " -- changed"})
    assert MEASURE in still_meant(before).paths and still_meant(before).former
    assert MEASURE not in still_meant(changed).paths and other in still_meant(changed).paths


@pytest.mark.hazard(
    "HZ-S72-72",
    hazard="A board pack is asked for while rows come in and takes minutes, or its numbers are of different moments.",
    control="A pack is of the newest moment whose numbers are written down, all of it, and says which that is.",
)
def test_a_pack_is_of_the_moment_whose_numbers_are_written_down(
    waiting: list[tuple[Count, Callable[[], bool]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> tuple[datetime, int]:
        of = lake_written().as_of
        board = next(each for each in place().dashboards.values() if MEASURE in [one.measure for one in each.numbers])
        found = [tile.figure for tile in tiles(board.numbers, asked=WEEK, by=analyst(), at=after(303), of=of) if tile.figure]
        assert {each.as_of for each in found} == {of} and not any(each.newer for each in found) and not waiting
        return of, next(each.denominator for each in found if each.measure.code == MEASURE)

    need(seen_after=30)
    before = drawn(300)
    need(seen_after=10)
    not_drawn_yet(301, before, monkeypatch)
    assert told() == (before.as_of, 1)
    newest = drawn(302)
    assert told() == (newest.as_of, 2)
