"""Do situation reports say what the numbers and the boards say, at the same moment?"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from homeward.exchange.api import returns
from homeward.exchange.returns.tests.arranging import NUMBERS, analyst, in_care, someone, visited
from homeward.hospital.api import criteria, flow_board, recommend, say_delay
from homeward.hospital.tests.arranging import admitted, days, ward
from homeward.measures.api import Asked, figure, refresh_lake
from homeward.referrals.tests.arranging import after

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def report_rows(code: str, at: datetime, title: str, **days_asked: date) -> dict[str, dict[str, Any]]:
    """The rows of one table of a report by their first column, each by column, the total among them."""
    found = returns.report(code, by=analyst(), at=at, **days_asked)
    section = next(each for each in found.sections if each.title == title)
    names = [column.code for column in section.columns]
    return {str(row[0]): dict(zip(names, row, strict=True)) for row in (*section.rows, section.totals)}


@pytest.mark.hazard(
    "HZ-S72-30",
    hazard="A situation report and the dashboard say two different figures of the same thing.",
    control="The report counts the rows of the measure itself, day by day; equality for the same days is tested.",
)
def test_the_response_report_is_the_measure_day_by_day() -> None:
    for minutes, number in ((95, NUMBERS[0]), (150, NUMBERS[1]), (60 * 24 + 30, NUMBERS[2])):
        visited(in_care(someone(number), at=after(60 * 24 if minutes > 1000 else 0)), minutes=minutes)
    refresh_lake(at=after(60 * 48), everything=True)
    first, last = date(2026, 3, 2), date(2026, 3, 5)
    rows = report_rows("urgent-response", after(60 * 48), "Day by day", first=first, last=last)
    whole = figure("two-hour-response", asked=Asked(first=first, last=last), by=analyst(), at=after(60 * 48))
    total = rows["In all"]
    assert (total["in_time"], total["counted"], total["too_early"], total["not_counted"]) == (
        whole.numerator, whole.denominator, whole.too_early, whole.excluded,
    ) == (2, 3, 0, 0)  # fmt: skip
    assert whole.value is not None and total["percent"] == round(whole.value, 1) == 66.7
    for day in ("2026-03-03", "2026-03-04"):
        asked = Asked(first=date.fromisoformat(day), last=date.fromisoformat(day))
        one = figure("two-hour-response", asked=asked, by=analyst(), at=after(60 * 48))
        assert (rows[day]["in_time"], rows[day]["counted"]) == (one.numerator, one.denominator)


def test_the_discharge_report_is_the_flow_board_at_that_moment() -> None:
    _, ready = admitted()
    _, waiting = admitted()
    admitted()
    criteria(stay_id=ready, meets=False, from_at=days(1), by=ward(), at=days(1))
    criteria(stay_id=waiting, meets=False, from_at=days(1), by=ward(), at=days(1))
    recommend(stay_id=waiting, pathway="p1", by=ward(), at=days(1))
    say_delay(stay_id=waiting, code="no-home-care-capacity", by=ward(), at=days(1))
    at = days(9)
    board = flow_board(by=ward(), at=at)
    hospital = report_rows("discharge", at, "By hospital")["In all"]
    assert (hospital["inpatients"], hospital["ready"], hospital["not_looked_at"]) == (
        board.count(), board.count(standing="no_longer_meets"), board.count(standing="unknown"),
    ) == (3, 2, 1)  # fmt: skip
    assert (hospital["since_before_today"], hospital["seven_days"]) == (2, 2)
    assert report_rows("discharge", at, "By way home")["In all"] == {"hospital": "In all", "p1": 1, "none": 1, "all": 2}
    by_reason = report_rows("discharge", at, "By reason for waiting")["In all"]
    assert (by_reason["no-home-care-capacity"], by_reason["none"], by_reason["all"]) == (1, 1, 2)


def test_a_ward_whose_places_nobody_reported_has_no_share() -> None:
    rows = report_rows("virtual-wards", after(0), "Now")
    assert len(rows) > 1
    for row in rows.values():
        assert row["places"] is not None or row["percent"] is None
