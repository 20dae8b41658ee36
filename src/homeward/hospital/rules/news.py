"""What does a ward's system tell of one stay? Read from a row of a CSV file or from a FHIR R4 Encounter; faults in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from homeward.foundation.moments import LONDON
from homeward.hospital.vocabulary import FHIR_STRUCK, INPATIENT_CLASSES

COLUMNS = (
    "encounter_id", "nhs_number", "family", "given", "birth_date", "hospital", "ward", "bed", "admitted_at", "method",
    "left_at", "destination", "needs_hospital", "needs_hospital_from", "reasons", "local_number",
)  # fmt: skip
NEEDED = ("encounter_id", "family", "birth_date", "hospital", "ward", "admitted_at")
_YES, _NO = {"yes", "y", "true", "1"}, {"no", "n", "false", "0"}


@dataclass(frozen=True, kw_only=True)
class News:
    """One stay as it stands, whole: telling it twice, or telling an older state again, changes nothing."""

    source_id: str
    hospital: str
    ward: str
    bed: str
    admitted_at: datetime
    method: str = ""
    left_at: datetime | None = None
    destination: str = ""
    family: str = ""
    given: str = ""
    birth_date: date | None = None
    nhs_number: str = ""
    local_number: str = ""
    meets: bool | None = None
    meets_from: datetime | None = None
    reasons: tuple[str, ...] = ()


class Unreadable(ValueError):
    """A telling that cannot be read. The message says what to mend."""


def from_row(row: Mapping[str, str]) -> News:
    """Raises Unreadable with every fault of the row in one sentence each."""
    told = {name: (row.get(name) or "").strip() for name in COLUMNS}
    faults = [f"{name} is empty." for name in NEEDED if not told[name]]
    moments = {name: _moment(told[name], name, faults) for name in ("admitted_at", "left_at", "needs_hospital_from")}
    born = _day(told["birth_date"], faults)
    word = told["needs_hospital"].casefold()
    if word and word not in _YES | _NO:
        faults.append("needs_hospital is yes or no.")
    if moments["left_at"] and not told["destination"]:
        faults.append("destination is empty, though they left.")
    admitted = moments["admitted_at"]
    if faults or admitted is None:
        raise Unreadable(" ".join(faults))
    return News(
        source_id=told["encounter_id"], hospital=told["hospital"], ward=told["ward"], bed=told["bed"], admitted_at=admitted,
        method=told["method"], left_at=moments["left_at"], destination=told["destination"], family=told["family"],
        given=told["given"], birth_date=born, nhs_number=told["nhs_number"], local_number=told["local_number"],
        meets=None if not word else word in _YES,
        meets_from=moments["needs_hospital_from"], reasons=tuple(each for each in told["reasons"].split(";") if each),
    )  # fmt: skip


def from_encounter(tree: Mapping[str, Any]) -> News | None:
    """An Encounter of an inpatient; None for any other contact, or one that was planned, cancelled or told in error.

    Where: `serviceProvider` is the hospital, the last `location` still active is the ward. Raises Unreadable.
    """
    if tree.get("class", {}).get("code") not in INPATIENT_CLASSES or tree.get("status") not in (
        "in-progress",
        "onleave",
        "finished",
    ):
        return None
    period = tree.get("period", {})
    faults: list[str] = []
    admitted = _moment(period.get("start", ""), "period.start", faults)
    left = _moment(period.get("end", ""), "period.end", faults) if tree.get("status") == "finished" else None
    if admitted is None and not faults:
        faults.append("period.start is missing.")
    places = [each for each in tree.get("location", ()) if each.get("status") in (None, "active", "completed")]
    ward = _name(places[-1].get("location", {})) if places else ""
    stay = tree.get("hospitalization", {})
    if faults or admitted is None:
        raise Unreadable(" ".join(faults))
    return News(
        source_id=str(tree.get("id", "")), hospital=_name(tree.get("serviceProvider", {})), ward=ward, bed="",
        admitted_at=admitted, left_at=left, destination=_code(stay.get("dischargeDisposition", {})),
        method=_code(stay.get("admitSource", {})),
    )  # fmt: skip


def struck_encounter(tree: Mapping[str, Any]) -> bool:
    """Does it say that an inpatient's stay was entered in error (FHIR R4 Encounter.status)?"""
    return tree.get("class", {}).get("code") in INPATIENT_CLASSES and tree.get("status") == FHIR_STRUCK


def _name(reference: Mapping[str, Any]) -> str:
    return str(reference.get("identifier", {}).get("value") or reference.get("display") or "")


def _code(concept: Mapping[str, Any]) -> str:
    codings: Sequence[Mapping[str, Any]] = concept.get("coding", ())
    return str(codings[0].get("code", "")) if codings else ""


def _moment(text: str, name: str, faults: list[str]) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        faults.append(f"{name} is no day and time such as 2026-03-03 14:05.")
        return None
    return (found if found.tzinfo else found.replace(tzinfo=LONDON)).astimezone(UTC)


def _day(text: str, faults: list[str]) -> date | None:
    if not text:
        return None
    try:
        day, _, rest = text.partition("/")
        month, _, year = rest.partition("/")
        return date(int(year), int(month), int(day)) if rest else date.fromisoformat(text)
    except ValueError:
        faults.append("birth_date is no day such as 1941-03-31.")
    return None
