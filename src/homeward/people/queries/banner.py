"""Who is on the screen, and what must be known before anything else? One line and the notices under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.directory.api import area_names
from homeward.foundation import nhs_number
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.people.models import Person
from homeward.people.queries.all_rows import AllRows, Row, all_rows
from homeward.people.rules import days
from homeward.people.rules.names import full_name
from homeward.people.rules.notices import Change, Notice, notices
from homeward.people.vocabulary import DEATH_SOURCES, NHS_NUMBER, NUMBER_STATUSES, SEXES, language_name


@dataclass(frozen=True, kw_only=True)
class Banner:
    """The person in brief, ready to show. `age` of somebody who died is the age they reached.

    `version` changes whenever anything said about them is put right, so that nobody writes over a colleague's change.
    """

    person_id: UUID
    name: str
    family: str
    given: str
    former_names: tuple[str, ...]
    birth_date: date | None
    age: str
    sex: str
    sex_code: str
    gender: str
    nhs_number: str
    nhs_number_status: str
    language: str
    language_code: str
    interpreter_needed: bool
    access_needs: str
    died_on: date | None
    restricted: bool
    in_review: bool
    notices: tuple[Notice, ...]
    version: str

    @property
    def nhs_number_said(self) -> str:
        """'999 012 3456, verified' or why there is none."""
        status = NUMBER_STATUSES[self.nhs_number_status]
        return f"{nhs_number.formatted(self.nhs_number)}, {status.lower()}" if self.nhs_number else status

    @property
    def born_said(self) -> str:
        """'3 May 1941 (84 years)'."""
        if self.birth_date is None:
            return "Birth date not known"
        return f"{days.said(self.birth_date)} ({self.age})"

    @property
    def language_said(self) -> str:
        """'Urdu, interpreter needed'."""
        words = [self.language] if self.language else []
        if self.interpreter_needed:
            words.append("interpreter needed" if words else "Interpreter needed")
        return ", ".join(words)


def banner(person_id: UUID, by: Actor, at: datetime) -> Banner:
    """The person's banner. Opens the gate unless it is open for them. Raises NotPermitted and NotFound."""
    return banner_from(all_rows(person_id, by=by, at=at), names=area_names(), today=london_day(at))


def banner_from(known: AllRows, *, names: Mapping[str, str], today: date) -> Banner:
    """The banner, from rows and names of areas that were read already."""
    person = known.person
    usual = next(name for name in known.names if name["use"] == "usual" and name.valid_to is None)
    numbers = [row["value"] for row in known.identifiers if row["system"] == NHS_NUMBER and row.valid_to is None]
    died_on = london_day(person.death_at) if person.death_at else None
    return Banner(
        person_id=person.id,
        name=full_name(family=usual["family"], given=usual["given"]),
        family=usual["family"],
        given=usual["given"],
        former_names=tuple(
            full_name(family=each["family"], given=each["given"]) for each in known.names if each is not usual
        ),
        birth_date=person.birth_date,
        age=days.age_words(person.birth_date, died_on or today),
        sex=SEXES[person.sex],
        sex_code=person.sex,
        gender=person.gender,
        nhs_number=numbers[0] if numbers else "",
        nhs_number_status=person.nhs_number_status,
        language=language_name(person.language_code),
        language_code=person.language_code,
        interpreter_needed=person.interpreter_needed,
        access_needs=person.access_needs,
        died_on=died_on,
        restricted=person.restricted,
        in_review=bool(person.review_reason),
        notices=_notices(known, names, died_on=died_on, today=today),
        version=person.changed_at.isoformat(),
    )


def _notices(known: AllRows, names: Mapping[str, str], *, died_on: date | None, today: date) -> tuple[Notice, ...]:
    person = known.person
    return notices(
        died_on=died_on,
        death_source=DEATH_SOURCES.get(person.death_source, person.death_source).lower(),
        homes=[Change(named=_home(row, person, names), since=row.valid_from) for row in _oldest_first(known.addresses)],
        practices=[
            Change(named=names.get(row["practice_code"], row["practice_code"]), since=row.valid_from)
            for row in _oldest_first(known.practices)
        ],
        review_reason=person.review_reason,
        restricted=person.restricted,
        number_status=person.nhs_number_status,
        today=today,
    )


def _oldest_first(rows: Sequence[Row]) -> list[Row]:
    return sorted(reversed(rows), key=lambda row: row.valid_from)


def _home(row: Row, person: Person, names: Mapping[str, str]) -> str:
    if person.restricted:
        return "another address"
    if row["postcode"]:
        return ", ".join([*row["lines"][:1], row["postcode"]])
    return names.get(row["ward_code"], row["ward_code"]) or "another address"
