"""How does a FHIR Patient tell who somebody is?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.foundation import nhs_number
from homeward.records.vocabulary import NHS_NUMBER

_SEXES = frozenset({"male", "female", "other", "unknown"})


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a Patient resource says of a person, in the words that people.api takes. `numbers` are (system, value)."""

    family: str
    given: str
    prefix: str
    former_family: str
    birth_date: date | None
    sex: str
    nhs_number: str
    numbers: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    postcode: str
    phone: str
    email: str
    practice_code: str
    language_code: str
    died: bool
    died_on: date | None

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.given} {self.family}".strip()


def told_by(patient: Mapping[str, Any]) -> Told:
    """The details. An NHS number that is none is left out; a birth date that is no whole day too."""
    names = _mappings(patient.get("name"))
    name = _chosen(names, "official", "usual")
    home = _chosen(_mappings(patient.get("address")), "home", "temp")
    numbers = [(_text(each, "system"), _text(each, "value")) for each in _mappings(patient.get("identifier"))]
    given = " ".join(_texts(name.get("given")))
    family = _text(name, "family") or _text(name, "text") or given
    nhs = next((nhs_number.normalise(value) for system, value in numbers if system == NHS_NUMBER), "")
    sex = _text(patient, "gender")
    return Told(
        family=family[:200],
        given=given[:200] if family != given else "",
        prefix=" ".join(_texts(name.get("prefix")))[:40],
        former_family=next((_text(each, "family") for each in names if each.get("use") in ("old", "maiden")), ""),
        birth_date=_day(patient.get("birthDate")),
        sex=sex if sex in _SEXES else "unknown",
        nhs_number=nhs if nhs_number.is_valid(nhs) else "",
        numbers=tuple(dict.fromkeys(each for each in numbers if each[0] and each[1] and each[0] != NHS_NUMBER)),
        lines=tuple(line for line in (*_texts(home.get("line")), _text(home, "city")) if line),
        postcode=_text(home, "postalCode"),
        phone=_telecom(patient, "phone"),
        email=_telecom(patient, "email"),
        practice_code=_practice(patient),
        language_code=_language(patient),
        died=patient.get("deceasedBoolean") is True or bool(_text(patient, "deceasedDateTime")),
        died_on=_day(_text(patient, "deceasedDateTime")[:10]),
    )


def _practice(patient: Mapping[str, Any]) -> str:
    """The code of the practice, where the reference carries one."""
    for each in _mappings(patient.get("generalPractitioner")):
        identifier = each.get("identifier")
        if isinstance(identifier, dict) and "ods" in _text(identifier, "system"):
            return _text(identifier, "value")
    return ""


def _language(patient: Mapping[str, Any]) -> str:
    """The tag of the preferred language, else of the first."""
    spoken = sorted(_mappings(patient.get("communication")), key=lambda each: each.get("preferred") is not True)
    for each in spoken:
        concept = each.get("language")
        for coding in _mappings(concept.get("coding")) if isinstance(concept, dict) else ():
            if _text(coding, "code"):
                return _text(coding, "code")
    return ""


def _telecom(patient: Mapping[str, Any], system: str) -> str:
    found = (
        each for each in _mappings(patient.get("telecom")) if each.get("system") == system and each.get("use") != "old"
    )
    return next((_text(each, "value") for each in found), "")


def _chosen(each: list[Mapping[str, Any]], *uses: str) -> Mapping[str, Any]:
    for use in uses:
        for one in each:
            if one.get("use") == use:
                return one
    return next((one for one in each if one.get("use") not in ("old", "maiden")), {})


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _texts(value: object) -> Iterator[str]:
    return (each for each in value if isinstance(each, str)) if isinstance(value, list) else iter(())


def _text(node: Mapping[str, Any], name: str) -> str:
    value = node.get(name)
    return value if isinstance(value, str) else ""


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(written) if isinstance(written, str) and len(written) == 10 else None
    except ValueError:
        return None
