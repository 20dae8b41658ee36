"""Does every number hold together on any lake: met among those counted, parts that sum to the whole, values where they belong?"""

import random
import re
from datetime import date, timedelta
from functools import cache
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.api import defined_by
from homeward.measures.extracts import TABLES, Extract
from homeward.measures.queries.lake import DUCKDB_TYPES
from homeward.measures.vocabulary import CUTS, ROW_COLUMNS, STATUSES
from tests.places.numbers.small_lake import NOW, PLACE

COMPUTED = sorted(code for code, each in PLACE.measures.items() if each.expression is not None)
# Codes that some measure asks for, so that a lake of chance has rows in every branch.
WORDS = (
    "call", "arrival", "crew", "mental-health-ward", "admitted", "died", "not_admitted", "given_up", "waiting", "own-home",
    "care-home-new", "other-hospital", "at-home", "has-died", "ended", "running", "stopped", "abandoned", "seen", "in_person",
    "citizen", "gp", "closed", "received", "advised", "accepted", "shared", "fall", "early-intervention-community-team",
    "virtual-ward-frailty", "virtual-ward-respiratory", "two-hour-response", "mental-health-response", "38341003", "53741008",
    "8480-6", "8462-4", "413606001", "413605002", "2093-3", "2085-9", "72166-2", "449868002", "8517006", "140", "33", "EMER",
    "active", "final", "completed", "weekly-care-hours", "care-hours-at-end", "planned", "emergency", "east", "bchc",
)  # fmt: skip
ROWS, SOME = 60, 12


@cache
def query(code: str) -> str:
    return sql_of(PLACE.measures[code], NOW)


def value(kind: str, dice: random.Random) -> Any:
    """Anything of that kind, and nothing one time in six."""
    if dice.random() < 1 / 6:
        return None
    moment = NOW - timedelta(minutes=dice.randrange(-60 * 24, 60 * 24 * 120))
    return {
        "uuid": f"id-{dice.randrange(SOME)}", "string": dice.choice(WORDS), "timestamp": moment, "date": moment.date(),
        "float": float(dice.randrange(200)), "integer": dice.choice((0, 1, 2, 5, 72, 90, 140, 168, 1940, 1960)),
        "boolean": dice.random() < 0.5,
    }[kind]  # fmt: skip



@pytest.mark.parametrize("code", COMPUTED)
def test_no_number_counts_seconds_since_1970(code: str) -> None:
    """Engines differ in what of a second they keep there: how far moments lie apart is asked as a difference."""
    assert not re.search(r"\bepoch\s*\(", query(code), re.IGNORECASE)


def filled(lake: Any, extract: Extract, dice: random.Random) -> None:
    columns = extract.columns
    lake.execute(f"create table {extract.name} ({', '.join(f'{n} {DUCKDB_TYPES[k]}' for n, k in columns.items())})")
    key = {"people": "person_id", "needs": "code", "areas": "code"}.get(extract.name)
    rows = [[value(kind, dice) for kind in columns.values()] for _ in range(ROWS)]
    if key:  # one row for each, as the house keeps them
        at = list(columns).index(key)
        rows = list({row[at]: row for row in rows if row[at]}.values())
    lake.executemany(f"insert into {extract.name} values ({', '.join('?' for _ in columns)})", rows)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9))
def test_on_any_lake(seed: int) -> None:
    dice = random.Random(seed)
    with duckdb.connect(":memory:") as lake:
        lake.execute("set TimeZone = 'UTC'")
        for extract in TABLES:
            filled(lake, extract, dice)
        for code in COMPUTED:
            lake.execute(f"create or replace temp table asked as {query(code)}")
            holds_together(lake, code)


def holds_together(lake: Any, code: str) -> None:
    columns = [name for (name, *_) in lake.execute("describe asked").fetchall()]
    assert set(ROW_COLUMNS) <= set(columns), code
    one = lake.execute(
        f"select count(*), count(*) filter (status in {tuple(STATUSES)}), count(why), count(evidence),"
        " count(*) filter (status = 'met'), count(*) filter (status in ('met', 'not_met')) from asked"
    ).fetchone()
    total, known, why, evidence, met, counted = one
    assert total == known == why == evidence, code
    assert met <= counted <= total
    for cut in CUTS:
        parts = lake.execute(
            f"select count(*) filter (status = 'met'), count(*) filter (status in ('met', 'not_met')) from asked group by {cut}"
        ).fetchall()
        assert (sum(part[0] for part in parts), sum(part[1] for part in parts)) == (met, counted), (code, cut)
    if PLACE.measures[code].kind in ("mean", "median"):
        valued = lake.execute(
            "select status, count(value) = count(*) , count(value) from asked group by status"
        ).fetchall()
        for status, whole, some in valued:
            assert whole if status == "met" else some == 0, (code, status)


@pytest.mark.parametrize("code", COMPUTED)
def test_an_empty_lake_gives_no_row_and_no_fault(code: str) -> None:
    with duckdb.connect(":memory:") as lake:
        for each in TABLES:
            lake.execute(
                f"create table {each.name} ({', '.join(f'{n} {DUCKDB_TYPES[k]}' for n, k in each.columns.items())})"
            )
        assert lake.execute(f"select count(*) from ({query(code)})").fetchone() == (0,)


def test_the_two_hour_standard_holds_since_december_2022() -> None:
    measure = PLACE.measures["two-hour-response"]
    assert [measure.target_on(day) for day in (date(2022, 11, 30), date(2022, 12, 1))] == [None, 70]


def test_whose_definition_and_which_version_is_said_of_every_number() -> None:
    for measure in PLACE.measures.values():
        said = dict(defined_by(measure))
        assert all(said.values()), measure.code
        assert set(said) == ({"Definition set by"} if measure.local_proposal else {"National definition", "Its version"})
    framework = dict(defined_by(PLACE.measures["care-plan-within-7-working-days"]))
    assert framework["Its version"] == "Version 3 of the framework"
    assert "owner confirms" in dict(defined_by(PLACE.measures["flu-vaccination-65"]))["Its version"]
