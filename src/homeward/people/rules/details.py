"""What is told about a person when they are first met, and is it possible?"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from homeward.foundation import nhs_number
from homeward.foundation.errors import Invalid
from homeward.people.vocabulary import SEXES

OLDEST = 125
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")


@dataclass(frozen=True, kw_only=True)
class GivenIdentifier:
    """A number in another system, for example a local hospital number and the organisation that gave it."""

    system: str
    value: str
    organisation_code: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonDetails:
    """A person as a referrer, a partner's message or a colleague describes them. Only the family name is a must.

    Somebody with a single name has it as `family`. `access_needs` are the person's or referrer's own words.
    """

    family: str
    given: str = ""
    prefix: str = ""
    birth_date: date | None = None
    sex: str = "unknown"
    gender: str = ""
    nhs_number: str = ""
    address_lines: tuple[str, ...] = ()
    postcode: str = ""
    ward_code: str = ""
    practice_code: str = ""
    phone: str = ""
    email: str = ""
    language_code: str = ""
    interpreter_needed: bool = False
    access_needs: str = ""
    usual_place: str = ""
    carer_name: str = ""
    carer_phone: str = ""
    carer_relationship: str = ""
    former_family: str = ""
    identifiers: tuple[GivenIdentifier, ...] = field(default=())


def postcode_as_written(text: str) -> str:
    """'b29 6 jf' as 'B29 6JF'; anything that is not a postcode in upper case with single spaces."""
    close = "".join(text.split()).upper()
    found = _POSTCODE.fullmatch(close)
    return f"{found[1]} {found[2]}" if found else " ".join(text.split()).upper()


def is_postcode(text: str) -> bool:
    """True for a whole British postcode, however spaced."""
    return _POSTCODE.fullmatch("".join(text.split()).upper()) is not None


def tidy(details: PersonDetails) -> PersonDetails:
    """The same details with spaces, postcode and NHS number as we keep them. NUL bytes cannot be kept, so they go."""
    words: dict[str, Any] = {
        name: " ".join(value.replace("\x00", "").split())
        for name, value in vars(details).items()
        if isinstance(value, str) and name != "access_needs"
    }
    return replace(
        details,
        **{
            **words,
            "postcode": postcode_as_written(details.postcode.replace("\x00", "")),
            "nhs_number": nhs_number.normalise(details.nhs_number.replace("\x00", "")),
            "access_needs": details.access_needs.replace("\x00", "").strip(),
            "address_lines": tuple(line for line in map(_line, details.address_lines) if line),
            "sex": details.sex or "unknown",
        },
    )


def check(details: PersonDetails, *, today: date) -> None:
    """Raises Invalid with one sentence for each field that cannot be right. Expects tidy details."""
    errors: dict[str, str] = {}
    if not any(letter.isalnum() for letter in details.family):
        errors["family"] = "Enter the family name. If the person has one name only, enter it here."
    born = details.birth_date
    if born is not None and born > today:
        errors["birth_date"] = "The date of birth must be today or in the past."
    elif born is not None and today.year - born.year > OLDEST:
        errors["birth_date"] = f"The date of birth must be within the last {OLDEST} years. Check the year."
    if details.nhs_number and not nhs_number.is_valid(details.nhs_number):
        errors["nhs_number"] = (
            "This is not an NHS number. It has 10 digits, like 999 012 3456. Check it, or leave it out."
        )
    if details.sex not in SEXES:
        errors["sex"] = "Choose female, male, other or not known."
    if len(details.family) > 200 or len(details.given) > 200:
        errors["family"] = "The name must be 200 letters or fewer."
    if errors:
        raise Invalid(errors)


def _line(line: str) -> str:
    return " ".join(line.replace("\x00", "").split())
