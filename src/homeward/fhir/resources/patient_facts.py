"""How does a FHIR Patient say who somebody is: the details we register by, read from a partner's wording?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.fhir.bars import parts
from homeward.fhir.bars.vocabulary import NHS_NUMBER, ODS_CODE
from homeward.people.api import SEXES, GivenIdentifier, PersonDetails

_ODS = (ODS_CODE.lower(), "https://fhir.nhs.uk/id/ods-organization-code")


def details_of(tree: Mapping[str, Any]) -> PersonDetails:
    """The person as described. Nothing is guessed: what is not said stays empty."""
    family, given = parts.person_name(tree)
    lines, postcode = parts.address(tree)
    gender = str(tree.get("gender", "unknown"))
    return PersonDetails(
        family=family,
        given=given,
        birth_date=birth_date(tree.get("birthDate")),
        sex=gender if gender in SEXES else "unknown",
        nhs_number=nhs_number_in(tree),
        address_lines=lines,
        postcode=postcode,
        practice_code=practice_in(tree),
        phone=_telecom(tree, "phone"),
        email=_telecom(tree, "email"),
        language_code=_language(tree),
        identifiers=tuple(_others(tree)),
    )


def nhs_number_in(tree: Mapping[str, Any]) -> str:
    """The NHS number as sent, or ''."""
    for each in tree.get("identifier", ()):
        if str(each.get("system", "")).lower() == NHS_NUMBER.lower() and each.get("value"):
            return str(each["value"])
    return ""


def practice_in(tree: Mapping[str, Any]) -> str:
    """The ODS code of the general practice, or ''."""
    for each in tree.get("generalPractitioner", ()):
        identifier = each.get("identifier") or {}
        if str(identifier.get("system", "")).lower() in _ODS:
            return str(identifier.get("value", "")).upper()
    return ""


def birth_date(text: object) -> date | None:
    """A whole date; a year or a month alone is not one."""
    try:
        return date.fromisoformat(str(text)) if len(str(text)) == 10 else None
    except ValueError:
        return None


def _others(tree: Mapping[str, Any]) -> list[GivenIdentifier]:
    """Numbers of other systems; those without a system or a value cannot be looked up, so they stay in the text."""
    found: dict[tuple[str, str], GivenIdentifier] = {}
    for each in tree.get("identifier", ()):
        system, value = str(each.get("system", "")), str(each.get("value", ""))
        if system and value and system.lower() != NHS_NUMBER.lower() and not (each.get("period") or {}).get("end"):
            found[(system, value)] = GivenIdentifier(system=system, value=value)
    return list(found.values())


def _telecom(tree: Mapping[str, Any], system: str) -> str:
    listed = [each for each in tree.get("telecom", ()) if each.get("system") == system and each.get("value")]
    if system == "phone":
        return parts.telephone(listed)
    return parts.clean(listed[0]["value"], 200) if listed else ""


def _language(tree: Mapping[str, Any]) -> str:
    spoken = sorted(tree.get("communication", ()), key=lambda each: not each.get("preferred", False))
    codes = (coding.code for each in spoken for coding in parts.codings(each.get("language")))
    return next((code for code in codes if len(code) <= 20), "")
