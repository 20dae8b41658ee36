"""In which details does what a partner's Patient says differ from what is known? What is not told differs in nothing."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.records.rules.patient import Told


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of the person. Where they live and how they are reached is empty and not compared when `restricted`."""

    family: str
    given: str
    former_families: Collection[str]
    birth_date: date | None
    sex: str
    nhs_number: str
    language_code: str
    died: bool
    restricted: bool
    lines: Sequence[str]
    postcode: str
    phones: Sequence[str]
    emails: Sequence[str]
    practice_code: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One detail told otherwise: what stands, and what was told, in words."""

    field: str
    stood: str
    told: str


def differences(told: Told, known: Known) -> list[Difference]:
    """Each detail once, in the order of the page. A former name, and a death unknown to the partner, are no differences."""
    return [*_who(told, known), *([] if known.restricted else _where(told, known)), *_alive(told, known)]


def _who(told: Told, known: Known) -> Iterator[Difference]:
    family, given = _key(told.family), _key(told.given)
    new_family = bool(family) and family != _key(known.family) and family not in map(_key, known.former_families)
    new_given = bool(given) and not _begins(given, _key(known.given))
    if told.family and (new_family or (new_given and family == _key(known.family))):
        yield Difference(field="name", stood=f"{known.given} {known.family}".strip(), told=told.name)
    if told.birth_date and told.birth_date != known.birth_date:
        yield Difference(field="birth_date", stood=_day(known.birth_date), told=_day(told.birth_date))
    if told.sex not in ("unknown", known.sex):
        yield Difference(field="sex", stood=known.sex, told=told.sex)
    if told.nhs_number and told.nhs_number != known.nhs_number:
        yield Difference(field="nhs_number", stood=known.nhs_number, told=told.nhs_number)
    if told.language_code and told.language_code.partition("-")[0] != known.language_code.partition("-")[0]:
        yield Difference(field="language", stood=known.language_code, told=told.language_code)


def _where(told: Told, known: Known) -> Iterator[Difference]:
    if (told.lines or told.postcode) and not _same_home(told, known):
        yield Difference(
            field="address", stood=_home(known.lines, known.postcode), told=_home(told.lines, told.postcode)
        )
    if _digits(told.phone) and _digits(told.phone) not in map(_digits, known.phones):
        yield Difference(field="phone", stood=", ".join(known.phones), told=told.phone.strip())
    if told.email and told.email.casefold().strip() not in (each.casefold().strip() for each in known.emails):
        yield Difference(field="email", stood=", ".join(known.emails), told=told.email.strip())
    if told.practice_code and told.practice_code != known.practice_code:
        yield Difference(field="practice", stood=known.practice_code, told=told.practice_code)


def _alive(told: Told, known: Known) -> Iterator[Difference]:
    if told.died and not known.died:
        on = f"Died on {_day(told.died_on)}" if told.died_on else "Has died; the day was not told"
        yield Difference(field="death", stood="", told=on)


def _same_home(told: Told, known: Known) -> bool:
    """The same postcode and, where both name a street, the same first line, however much of the rest is told."""
    one, other = _key(told.postcode), _key(known.postcode)
    if one and other and one != other:
        return False
    first, second = _key("".join(told.lines)), _key("".join(known.lines))
    if not first or not second:
        return bool(one and other) or not (first or (one and not other))
    return _begins(first, second)


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) if one and other else one == other


def _home(lines: Sequence[str], postcode: str) -> str:
    return ", ".join(each for each in (*lines, postcode) if each)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-10:]


def _key(words: str) -> str:
    """Without case, accents, spaces and marks."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(each for each in plain if each.isalnum())
