"""Do the sums of each day say, for any days, what a count of the rows themselves says?"""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.measures.queries.asking import Asked, rows_in
from homeward.measures.queries.day_sums import day_sums, parts_by_sums, tallied_by_sums
from homeward.measures.queries.tallies import Tallies, tallied
from homeward.measures.rules.estimates import Tally
from homeward.measures.rules.periods import EVERY

FIRST = datetime(2026, 3, 20, tzinfo=UTC)  # summer time begins on the 29th
CUTS = ("locality", "sex")
ROW = st.tuples(
    st.none() | st.integers(0, 40 * 24 * 60),
    st.sampled_from(("met", "met", "not_met", "too_early", "excluded")),
    st.sampled_from(("", "Nobody came", "Too soon")),
    st.none() | st.booleans(),
    st.none() | st.floats(-1e6, 1e6).map(lambda value: round(value, 3)),
    *(st.sampled_from((None, "", "north", "south")) for _ in CUTS),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Any]:
    with duckdb.connect(":memory:", config={"threads": 1}) as made:
        made.execute("set TimeZone = 'UTC'")
        yield made


def made_of(engine: Any, rows: list[tuple[Any, ...]]) -> None:
    """A table of these rows."""
    columns = ", ".join(f"{cut} varchar" for cut in CUTS)
    engine.execute(
        "create or replace table made (started_at timestamptz, status varchar, why varchar, evidence boolean,"
        f" value double, {columns})"
    )
    told = [(None if at is None else FIRST + timedelta(minutes=at), *rest) for at, *rest in rows]
    if told:
        engine.executemany(f"insert into made values ({', '.join('?' * (5 + len(CUTS)))})", told)


def both(engine: Any, rows: list[tuple[Any, ...]], asked: Asked, kind: str) -> tuple[Tallies, Tallies]:
    made_of(engine, rows)
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "rows.parquet", Path(folder) / "sums.parquet"
        engine.execute(f"copy made to '{files[0]}' (format parquet)")
        other = f"select status, why, evidence, started_at from ({rows_in(files[0])}) where status = 'met'"
        sums = day_sums(engine, {"other": other, "made": rows_in(files[0])})
        engine.execute(f"copy ({sums}) to '{files[1]}' (format parquet)")
        counted = tallied(engine, rows_in(files[0]), asked=asked, kind=kind, events=True)
        return counted, tallied_by_sums(engine, {"made": files[1]}, asked=asked, events=["made"])["made"]


def close(tally: Tally) -> dict[str, Any]:
    said = vars(tally).copy()
    for name in ("total", "base", "spread"):
        if said[name] is not None:
            said[name] = pytest.approx(said[name], rel=1e-9, abs=1e-3)
    return said


def same(counted: Tallies, summed: Tallies) -> None:
    assert vars(summed.all) == close(counted.all)
    assert summed.periods.keys() == counted.periods.keys()
    for begun, tally in counted.periods.items():
        assert vars(summed.periods[begun]) == close(tally), begun
    assert list(summed.cuts) == list(counted.cuts)
    for cut, parts in counted.cuts.items():
        assert {code: vars(tally) for code, tally in summed.cuts[cut]} == {code: close(tally) for code, tally in parts}
    assert sorted(summed.reasons) == sorted(counted.reasons)
    assert summed.events == counted.events


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(ROW, max_size=40),
    first=st.integers(-2, 20),
    days=st.integers(0, 30),
    every=st.sampled_from(list(EVERY)),
)
@pytest.mark.hazard(
    "HZ-S72-45",
    hazard="A number is drawn at once from sums kept beside its rows, and says another thing than the rows do.",
    control="The sums are made of the very rows, once, and thrown away with them; for any rows and any days both say the same.",
)
def test_sums_of_days_say_what_the_rows_say(engine: Any, rows: list[Any], first: int, days: int, every: Any) -> None:
    since = FIRST.date() + timedelta(days=first)
    same(*both(engine, rows, Asked(first=since, last=since + timedelta(days=days), every=every), "mean"))


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(ROW, max_size=40), first=st.integers(-2, 20), every=st.sampled_from(list(EVERY)))
def test_the_periods_of_each_part_are_those_of_its_rows(engine: Any, rows: list[Any], first: int, every: Any) -> None:
    asked = Asked(first=FIRST.date() + timedelta(days=first), last=FIRST.date() + timedelta(days=first + 25), every=every)
    made_of(engine, rows)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sums.parquet"
        engine.execute(f"copy ({day_sums(engine, {'made': 'select * from made'})}) to '{file}' (format parquet)")
        summed = parts_by_sums(engine, {"made": file}, asked=asked, cuts=("sex",))
    found = summed.get(("made", "sex"), {})
    assert summed.keys() <= {("made", "sex")} and found.keys() <= {"north", "south"}
    for part in ("north", "south"):
        counted = tallied(engine, f"select * from made where sex = '{part}'", asked=asked, kind="mean").periods
        assert {begun: vars(tally) for begun, tally in found.get(part, {}).items()} == {
            begun: close(tally) for begun, tally in counted.items()
        }


def test_a_row_late_in_the_evening_of_a_summer_day_lies_in_the_london_day() -> None:
    row = (
        11 * 24 * 60 + 23 * 60 + 30,
        "met",
        "",
        True,
        5.0,
        "north",
        "female",
    )  # 31 March 23:30 UTC, 1 April in London
    asked = Asked(first=date(2026, 4, 1), last=date(2026, 4, 1), every="month")
    with duckdb.connect(":memory:") as engine:
        engine.execute("set TimeZone = 'UTC'")
        counted, summed = both(engine, [row], asked, "count")
    assert counted.all.met == summed.all.met == 1
    assert list(summed.periods) == [date(2026, 4, 1)]


def test_a_small_spread_far_from_nought_keeps_its_digits(engine: Any) -> None:
    rows = [(60 * at, "met", "", True, 1e6 + at % 3 / 1000, "north", "male") for at in range(300)]
    asked = Asked(first=FIRST.date(), last=FIRST.date() + timedelta(days=30))
    counted, summed = both(engine, rows, asked, "mean")
    assert counted.all.spread is not None and summed.all.spread == pytest.approx(counted.all.spread, rel=1e-6)
