"""Is a birth date read however it is typed, and never guessed?"""

from datetime import date

import pytest

from homeward.web.refer.need.typed_day import typed_day

TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    "text",
    [
        "31 3 1942",
        "31/03/1942",
        "31.3.42",
        "31-03-1942",
        "31 March 1942",
        "31 mar 42",
        "1942-03-31",
        "31031942",
        " 31  3  1942 ",
    ],
)
def test_many_ways_to_type_a_day(text: str) -> None:
    assert typed_day(text, today=TODAY) == date(1942, 3, 31)


@pytest.mark.parametrize(
    "text", ["", "31 2 1942", "1942", "31 3", "13 13 1942", "31 foo 1942", "0 3 1942", "tomorrow", "٣١/٣/١٩٤٢x"]
)
def test_what_is_not_a_day_is_not_guessed(text: str) -> None:
    assert typed_day(text, today=TODAY) is None


def test_two_figures_mean_a_year_that_has_been() -> None:
    assert typed_day("1 1 27", today=TODAY) == date(1927, 1, 1)
    assert typed_day("1 1 26", today=TODAY) == date(2026, 1, 1)
