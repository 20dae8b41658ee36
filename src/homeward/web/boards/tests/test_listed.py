"""Are a board's tiles drawn once for all who may do the same, and anew as soon as anything about them is different?"""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from homeward.grammar.api import load
from homeward.measures.api import Tile
from homeward.web.boards import listed as module
from homeward.web.boards.asked import BoardAsked, read
from homeward.web.boards.listed import listed

SWIFT = load("tests.places.millbrook").measures["swift"]
WAITS = Tile(measure=SWIFT, why="First of all.", figure=None, waits="Waits for a table of visits.")


@pytest.fixture(autouse=True)
def nothing_drawn() -> Iterator[None]:
    module._drawn.clear()
    yield
    module._drawn.clear()


def asked(words: str = "") -> BoardAsked:
    return read(QueryDict(words), kinds=(), now=datetime(2026, 7, 20, 12, tzinfo=UTC))


def test_the_same_is_drawn_once_and_names_what_it_waits_for() -> None:
    first = listed([WAITS], asked=asked(), open_actions={}, flagged=(), may_act=False)
    assert listed([WAITS], asked=asked(), open_actions={}, flagged=set(), may_act=False) is first
    assert "Seen in 2 hours" in first and "Waits for a table of visits." in first and "First of all." in first


@pytest.mark.hazard(
    "HZ-S72-63",
    hazard="A board shows what was drawn for somebody else, or before something was done.",
    control="What is kept is told apart by every figure, flag and open action, by the days and area asked for, and by what the reader may do.",
)
def test_whatever_differs_is_drawn_anew() -> None:
    code = SWIFT.code
    first = listed([WAITS], asked=asked(), open_actions={}, flagged=(), may_act=False)
    others = (
        listed([WAITS], asked=asked(), open_actions={code: 2}, flagged=(), may_act=False),
        listed([WAITS], asked=asked(), open_actions={}, flagged={code}, may_act=False),
        listed([WAITS], asked=asked(), open_actions={}, flagged=(), may_act=True),
        listed([WAITS], asked=asked("period=26"), open_actions={}, flagged=(), may_act=False),
        listed([WAITS, WAITS], asked=asked(), open_actions={}, flagged=(), may_act=False),
        listed(
            [Tile(measure=SWIFT, why="", figure=None, waits="Too early.")], asked=asked(), open_actions={}, flagged=(), may_act=False
        ),
    )  # fmt: skip
    assert "2 actions" in others[0] and "hw-number-tile--flagged" in others[1] and "Settle what is done" in others[2]
    assert len({first, *others}) == 7


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    for number in range(10):
        listed([WAITS], asked=asked(), open_actions={SWIFT.code: number}, flagged=(), may_act=False)
    assert len(module._drawn) <= 3
