"""How is a FHIR Patient of the national register read?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.people.demographics.protocol import Registered

CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
# UNREDACTED and the two codes that withhold where somebody lives (HL7 v3 Confidentiality).
WITHHELD = frozenset({"R", "V"})


def registered(patient: Mapping[str, Any]) -> Registered:
    """The parts of the resource that trace a person. Raises KeyError or ValueError when it has no number."""
    name = _name(patient.get("name") or [])
    restricted = any(label.get("code") in WITHHELD for label in (patient.get("meta") or {}).get("security") or [])
    practices = patient.get("generalPractitioner") or []
    return Registered(
        nhs_number=str(patient["id"]),
        family=str(name.get("family", "")),
        given=tuple(str(each) for each in name.get("given") or ()),
        birth_date=_day(patient.get("birthDate")),
        gender=str(patient.get("gender", "unknown")),
        postcode="" if restricted else _postcode(patient.get("address") or []),
        practice_ods_code=""
        if restricted or not practices
        else str((practices[0].get("identifier") or {}).get("value", "")),
        died_on=_day(patient.get("deceasedDateTime")),
        restricted=restricted,
    )


def _name(names: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    usual = [name for name in names if name.get("use") == "usual"]
    return (usual or names or [{}])[0]


def _postcode(addresses: list[Mapping[str, Any]]) -> str:
    home = [each for each in addresses if each.get("use") == "home" and "end" not in (each.get("period") or {})]
    return str((home or addresses or [{}])[0].get("postalCode", ""))


def _day(text: object) -> date | None:
    """The day of a FHIR date or dateTime; None for a year or month alone, which is no birth date."""
    return date.fromisoformat(str(text)[:10]) if text and len(str(text)) >= 10 else None
