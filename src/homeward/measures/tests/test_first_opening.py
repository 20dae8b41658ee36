"""Is whoever is first to open all numbers after a count kept waiting while each is asked of the lake by itself?"""

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from homeward.directory import api as directory
from homeward.measures.actions.lake.draw import summed
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.api import Figure, computed, figure, figures, tiles
from homeward.measures.catalogue import Catalogue, Drawn, lake, publish
from homeward.measures.queries import figure as counting
from homeward.measures.tests.test_two_hour_response import MEASURE, WEEK, after, analyst, need, own_lake

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_lake")]
__all__ = ["own_lake"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries of measures that readers had to ask of the lake themselves."""
    found = list[str]()

    def noted(ready: object, query: str, **details: object) -> object:
        found.append(query)
        return tallied(ready, query, **details)  # type: ignore[arg-type]  # passed on as they come

    tallied = counting.tallied
    monkeypatch.setattr(counting, "tallied", noted)
    return found


def first_opening() -> dict[str, Figure]:
    return figures(computed(), asked=WEEK, by=analyst(), at=after(300))


def made() -> Catalogue:
    found = refresh_lake(at=after(300), everything=True)
    assert found is not None
    return found


def middles() -> int:
    return sum(each.kind == "median" and each.expression is not None for each in directory.place().measures.values())


@pytest.mark.hazard(
    "HZ-S72-67",
    hazard="Whoever is first to open the numbers after a start waits so long that they turn away, or look at an older copy.",
    control="The sums of every number are written down before a count is in force; all are read from one file in one go, and say what the rows say.",
)
def test_nobody_waits_for_each_number_by_itself(asked: list[str]) -> None:
    for minutes in (30, 60, 119, 150):
        need(seen_after=minutes)
    state = made()
    found = first_opening()
    assert len(found) == len(computed()) > 30
    assert len(asked) == middles() < 4, "a middle is no sum; all others are"
    assert len(set(state.drawn.sums.values())) == 1
    publish(replace(state, drawn=Drawn(), as_of=after(299)))  # the same rows, and nothing summed
    alone = figure(MEASURE, asked=WEEK, by=analyst(), at=after(300))
    assert alone.as_of == after(299) and len(asked) == middles() + 1
    assert replace(found[MEASURE], as_of=alone.as_of) == alone


def test_each_number_says_the_same_alone_and_among_all() -> None:
    need(seen_after=30)
    need(seen_after=150)
    made()
    alone = figure(MEASURE, asked=WEEK, by=analyst(), at=after(300))
    counting._counted._held.clear()
    assert first_opening()[MEASURE] == alone


def test_a_board_reads_the_sums_of_all_its_numbers_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    for minutes in (30, 150):
        need(seen_after=minutes)
    made()
    board = max(directory.place().dashboards.values(), key=lambda each: len(each.numbers))
    read = list[int]()
    tallied_by_sums = counting.tallied_by_sums

    def noted(ready: object, files: Mapping[str, Path], **details: Any) -> object:
        read.append(len(files))
        return tallied_by_sums(ready, files, **details)

    monkeypatch.setattr(counting, "tallied_by_sums", noted)
    shown = {each.measure.code: each.figure for each in tiles(board.numbers, asked=WEEK, by=analyst(), at=after(300))}
    assert len(read) == 1 and read[0] >= len(board.numbers) // 2
    counting._counted._held.clear()
    for code, found in shown.items():
        assert found is None or found == figure(code, asked=WEEK, by=analyst(), at=after(300))
    east = replace(WEEK, cut="locality", value="east")
    counting._counted._held.clear()
    read.clear()
    tiles(board.numbers, asked=east, by=analyst(), at=after(300))
    assert len(read) == 1, "whether each can be told for a part is asked of all, in one go too"


@pytest.mark.hazard(
    "HZ-S72-68",
    hazard="One measure whose query fails keeps every number from being counted, and nobody is told which.",
    control="Its sums are left out and the log names it; the others are counted, and only whoever asks for it hears that it fails.",
)
def test_a_number_that_cannot_be_counted_holds_up_no_other(caplog: pytest.LogCaptureFixture) -> None:
    need(seen_after=30)
    state = made()
    other = next(code for code in state.drawn.sums if code != MEASURE)
    broken = {**state.measures, other: "select no_such_column from people"}
    with caplog.at_level(logging.ERROR):
        again = summed(replace(state, measures=broken, drawn=Drawn(), as_of=after(301)), lake())
    assert other not in again.drawn.sums and other in caplog.text
    assert set(again.drawn.sums) == set(state.drawn.sums) - {other}
    publish(again)
    assert figure(MEASURE, asked=WEEK, by=analyst(), at=after(301)).denominator == 1
