"""Where do two lines meet, one that begins lower and one that rises less?"""

import pytest

from homeward.bench.engines import Sized, _told, meet


def sized(rows: int, ours: float, other: float) -> Sized:
    return Sized(rows=rows, seconds={"duckdb": ours, "spark": other}, given={"duckdb": 1, "spark": 1})


def test_they_meet_where_what_each_row_costs_less_makes_up_for_a_dear_beginning() -> None:
    # ours: 1 s and 2 s for each million rows; the other: 31 s and 1 s
    assert meet([sized(1_000_000, 3, 32), sized(10_000_000, 21, 41)], "spark") == pytest.approx(30_000_000)


def test_they_never_meet_when_every_row_costs_more() -> None:
    assert meet([sized(1_000_000, 3, 32), sized(10_000_000, 21, 90)], "spark") is None


def test_sizes_too_small_to_tell_tell_nothing() -> None:
    told = _told("spark", [sized(1_000_000, 2.6, 98), sized(10_000_000, 2.8, 62)], measures=1)
    assert told["meet_at_rows"] is None and "too small to tell" in told["words"]
