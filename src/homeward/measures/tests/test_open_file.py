"""Is a public file made only of settled quarters, with what is small kept back, and the same whenever it is fetched?"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from homeward.foundation.errors import NotFound
from homeward.measures.api import open_file, open_json, refresh_lake
from homeward.measures.queries.public import settled
from homeward.measures.rules.plain_cells import plain
from homeward.referrals.tests.arranging import MORNING, received

pytestmark = pytest.mark.django_db
MEASURE = "two-hour-response"
LATER = MORNING + timedelta(days=90)


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def rows(at: datetime = LATER) -> list[dict[str, Any]]:
    refresh_lake(at=at, everything=True)
    return list(csv.DictReader(io.StringIO(open_file(MEASURE))))


def of_quarter(found: list[dict[str, Any]], quarter: str = "2026-01-01") -> list[dict[str, Any]]:
    return [row for row in found if row["quarter"] == quarter]


def test_only_quarters_that_ended_four_weeks_ago() -> None:
    assert settled(date(2026, 4, 28))[-1] == date(2025, 10, 1)
    assert settled(date(2026, 4, 29))[-1] == date(2026, 1, 1)
    assert len(settled(date(2026, 4, 29))) == 8


@pytest.mark.hazard(
    "HZ-S20-1",
    hazard="A small count in an open file tells who a person is.",
    control="Counts of one to four are kept back, and as many others as it takes for none to be worked out; the rest is "
    "rounded to five.",
)
def test_small_counts_are_kept_back_and_the_rest_is_rounded() -> None:
    for minutes in range(3):
        received(at=MORNING + timedelta(minutes=minutes))
    found = of_quarter(rows())
    assert {row["denominator"] for row in found if row["part"] in ("all",)} == {"*"}
    assert not [row for row in found if row["denominator"] not in ("*", "0")]
    for minutes in range(3, 13):
        received(at=MORNING + timedelta(minutes=minutes))
    found = of_quarter(rows())
    assert [(row["denominator"], row["percent"]) for row in found if row["part"] == "all"] == [("15", "0")]
    assert {row["value"] for row in found if row["part"] == "month"} == {"2026-01", "2026-02", "2026-03"}


@pytest.mark.hazard(
    "HZ-S73-42",
    hazard="A file that slides by a week lets the week that fell out be taken from the one before.",
    control="Files hold whole quarters that never overlap, and say the same of a quarter whenever they are fetched.",
)
def test_a_quarter_reads_the_same_when_it_is_fetched_later() -> None:
    for minutes in range(12):
        received(at=MORNING + timedelta(minutes=minutes))
    assert of_quarter(rows()) == of_quarter(rows(LATER + timedelta(days=60)))


def test_json_says_what_csv_says_and_what_it_means() -> None:
    for minutes in range(12):
        received(at=MORNING + timedelta(minutes=minutes))
    found = of_quarter(rows())
    said = json.loads(open_json(MEASURE))
    assert said["disclosure"] and said["definition"] and said["version"]
    quarter = next(each for each in said["quarters"] if each["begins"] == "2026-01-01")
    assert [(part["part"], part["value"], part["kept_back"]) for part in quarter["parts"]] == [
        (row["part"], row["value"], row["numerator"] == "*") for row in found
    ]


def test_what_nobody_declared_is_not_there() -> None:
    rows()
    with pytest.raises(NotFound):
        open_file("made-up")


def test_words_that_a_spreadsheet_would_run_are_made_plain() -> None:
    assert [plain(each) for each in ("=1+1", "@sum", "-2", "East", 7, -3)] == ["'=1+1", "'@sum", "'-2", "East", 7, -3]
