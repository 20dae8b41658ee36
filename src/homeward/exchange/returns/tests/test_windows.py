"""When may a return be given, and what is said before and after?"""

from datetime import date

import pytest

from homeward.exchange.returns.queries.declared import declared
from homeward.exchange.returns.rules.months import Month, due, shut
from homeward.exchange.returns.tests.arranging import CSDS
from homeward.grammar.api import WindowKind

MARCH = Month(first=date(2026, 3, 1))


@pytest.mark.hazard(
    "HZ-S73-181",
    hazard="A return given after its window has closed counts here as given, and the nation never took it.",
    control="It is given only while its window is open; before and after it is refused, with what to do instead.",
)
@pytest.mark.parametrize(
    ("kind", "on", "words"),
    [
        ("provisional", date(2026, 3, 31), "given from 1 April 2026 on"),
        ("provisional", date(2026, 4, 1), ""),
        ("provisional", date(2026, 4, 30), ""),
        ("provisional", date(2026, 5, 1), "closed on 30 April 2026"),
        ("final", date(2026, 4, 30), "given from 1 May 2026 on"),
        ("final", date(2026, 5, 29), ""),  # a Friday, the last working day of May
        ("final", date(2026, 5, 30), "closed on 29 May 2026"),
    ],
)
def test_a_return_is_given_only_while_its_window_is_open(kind: WindowKind, on: date, words: str) -> None:
    said = shut(due(declared(CSDS), MARCH, kind), on=on)
    assert (words in said[0]) if said else not words


def test_after_the_provisional_the_final_is_left_and_after_that_nothing() -> None:
    late = date(2026, 7, 1)
    assert [
        found[1].partition(" ")[0]
        for kind in ("provisional", "final")
        if (found := shut(due(declared(CSDS), MARCH, kind), on=late))
    ] == ["Make", "Nothing"]
