"""Do whole lives of inpatients, written by others, come in as stays that nobody is in twice?"""

import csv
import gzip
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from homeward.access.api import gate, system
from homeward.foundation.errors import Refused
from homeward.hospital.api import COLUMNS, hospitals, policy, settle_row, take_row, waiting_rows, who_may_be
from homeward.hospital.models import Stay
from tests.plumbing.people_at_work import staff

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("HOMEWARD_EXAMPLES" not in os.environ, reason="HOMEWARD_EXAMPLES names no folder of examples"),
]
FOLDER = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere")) / "synthea" / "csv-geriatric"
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
MOST = 80


def rows(name: str) -> list[dict[str, str]]:
    with gzip.open(FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def told() -> list[dict[str, str]]:
    """The inpatient encounters as a ward's system would tell them, each at a declared hospital and ward."""
    people = {each["Id"]: each for each in rows("patients")}
    found = sorted(
        (each for each in rows("encounters") if each["ENCOUNTERCLASS"] == "inpatient"), key=lambda each: each["START"]
    )[-MOST:]
    wards = [(code, ward.code) for code, each in hospitals().items() for ward in each.wards]
    home = next(each.code for each in policy().destinations if each.kind == "home")
    news = []
    for number, each in enumerate(found):
        person, (where, ward) = people[each["PATIENT"]], wards[number % len(wards)]
        row = {
            "encounter_id": each["Id"], "family": person["LAST"], "given": person["FIRST"], "birth_date": person["BIRTHDATE"],
            "hospital": where, "ward": ward, "admitted_at": each["START"], "left_at": each["STOP"], "destination": home,
        }  # fmt: skip
        news.append({name: row.get(name, "") for name in COLUMNS})
    return news


def _who(row: dict[str, str]) -> tuple[str, str, str]:
    return row["family"], row["given"], row["birth_date"]


def _settled() -> int:
    """Whoever came in before without an NHS number waits until somebody has said that it is they; returns how many did."""
    flow = staff(role="ward-flow", teams=tuple({each.flow_team for each in hospitals().values()}))
    settled = 0
    for row in sorted(waiting_rows(by=flow, at=NOW), key=lambda row: str(row.told["admitted_at"])):
        [same, *others] = who_may_be(row, by=flow, at=NOW)
        assert not others, "it is one person"
        try:
            settle_row(row_id=row.id, person_id=same.person_id, by=flow, at=NOW)
        except Refused as refused:
            assert "in hospital" in refused.message or "They were in" in refused.message
            continue
        settled += 1
    return settled


def test_every_telling_is_a_stay_or_is_kept_with_its_reason_and_the_second_time_changes_nothing() -> None:
    news, by = told(), system("ward-feed")
    assert news
    first = [take_row(row=row, line=line, source="lives", by=by, at=NOW) for line, row in enumerate(news, 2)]
    counts = Counter(each.outcome for each in first)
    met_before = {_who(news[each.line - 2]) for each in first if each.outcome == "applied"}
    assert {_who(news[each.line - 2]) for each in first if each.outcome == "waiting"} <= met_before
    counts["applied"] += _settled()
    assert counts["applied"] >= 0.9 * len(news), [each.reason for each in first if each.outcome == "refused"][:5]
    assert all(
        "in hospital" in each.reason or "They were in" in each.reason for each in first if each.outcome == "refused"
    )
    again = Counter(
        take_row(row=row, line=line, source="lives", by=by, at=NOW).outcome for line, row in enumerate(news, 2)
    )
    assert (again["unchanged"], again["applied"]) == (counts["applied"], 0)
    with gate.job("demo", by=system("demo"), at=NOW):
        stays = list(Stay.objects.order_by("person_id", "admitted_at"))
    assert len(stays) == counts["applied"] and all(each.left_at for each in stays)
    for one, next_one in zip(stays, stays[1:], strict=False):
        assert one.person_id != next_one.person_id or (one.left_at and one.left_at <= next_one.admitted_at)
