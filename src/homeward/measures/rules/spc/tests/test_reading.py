"""Is a series file read as it stands, and is what is wrong with it said with its line?"""

import pytest

from homeward.measures.rules.spc import SpcRefused, read_series


def test_values_gaps_ghosts_and_denominators() -> None:
    points = read_series(["\ufeffDate, Value ,ghost", "2026-01-02,3,", "2026-01-01,NA,", "", "2026-01-03, 4 ,yes"])
    assert [(p.value, p.ghost) for p in points] == [(3.0, False), (None, False), (4.0, True)]
    counted = read_series(["date,numerator,denominator", "2026-01-01,1,4", "2026-01-02,0,0"])
    assert [(p.value, p.denominator) for p in counted] == [(25.0, 4.0), (None, 0.0)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "is empty"),
        (["date,value"], "no points"),
        (["day,value", "2026-01-01,1"], "Line 1: the heading must have date and value"),
        (["date,value,value", "2026-01-01,1,2"], "a name twice"),
        (["date,value", "2026-01-01,1", "31/01/2026,2"], "Line 3: '31/01/2026' is no date"),
        (["date,value", "2026-01-01,twelve"], "Line 2: the value 'twelve' is no number"),
        (["date,value", "2026-01-01,1", "2026-01-01,2"], "Line 3: 2026-01-01 is already on line 2"),
        (["date,value", "2026-01-01,inf"], "Line 2: the value 'inf' cannot be drawn"),
        (["date,value", "2026-01-01,1,000"], "Line 2: there are more cells"),
        (["date,value,ghost", "2026-01-01,1,perhaps"], "Line 2: ghost must be"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(lines: list[str], words: str) -> None:
    with pytest.raises(SpcRefused, match=words):
        read_series(lines)
