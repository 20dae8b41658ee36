"""Does `homeward measures` count what the figure counts, on each engine, and say clearly what it cannot?"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from homeward.cli import parser
from homeward.measures.api import refresh_lake
from homeward.measures.tests.test_two_hour_response import MEASURE, after, need

pytestmark = pytest.mark.django_db
DAYS = ("--first", "2026-03-01", "--last", "2026-03-31")


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    for minutes in (60, 119, 150):
        need(seen_after=minutes)
    need()
    refresh_lake(at=after(300), everything=True)
    yield


def asked(*words: str) -> int:
    options = parser().parse_args(["measures", *words])
    code: int = options.module.run(options)
    return code


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert asked(*words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_the_same_numbers_on_duckdb_and_postgres_cut_three_ways(capsys: pytest.CaptureFixture[str]) -> None:
    cut = ("--by", "locality,month,deprivation", *DAYS)
    lake = told(capsys, MEASURE, *cut)
    live = told(capsys, MEASURE, "--engine", "postgres", *cut)
    assert live["measures"][0]["rows"] == lake["measures"][0]["rows"]
    [row] = lake["measures"][0]["rows"]
    assert (row["month"], row["numerator"], row["denominator"], row["value"]) == ("2026-03-01", 2, 4, 50.0)


def test_all_of_them_with_what_the_others_wait_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(*DAYS, "--by", "age") == 0
    said = capsys.readouterr().out
    assert "Two-hour response" in said and "waits for" in said


def test_what_cannot_be_counted_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("two-hour-respons") == 2
    assert "Did you mean two-hour-response" in capsys.readouterr().err
    assert asked(MEASURE, "--by", "colour") == 2
    assert "cannot be cut by colour, but by week" in capsys.readouterr().err
    assert asked(MEASURE, "--compare", "9") == 2
    assert "has no version 9" in capsys.readouterr().err


def test_a_version_stands_beside_the_one_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(MEASURE, "--compare", "1", *DAYS) == 0
    assert "with another answer: 0" in capsys.readouterr().out
