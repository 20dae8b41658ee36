"""Who is it? People who fit a line of typing or separate parts, the likeliest first, each with the reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import overload
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation import nhs_number as numbers
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.people.queries.candidates import Candidate, candidates
from homeward.people.queries.may_look import require
from homeward.people.rules import days
from homeward.people.rules.details import postcode_as_written
from homeward.people.rules.likeness import Judged, Seen, judge
from homeward.people.rules.names import full_name, key
from homeward.people.rules.search_text import Asked, read

MOST = 20
LOOKED_AT = 60
EXACT = 13.0  # the same birth date, family name and given name


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """One person found. `why` says what matched; a restricted person shows no postcode."""

    person_id: UUID
    name: str
    former_name: str
    birth_date: date | None
    age: str
    sex: str
    nhs_number: str
    nhs_number_status: str
    postcode: str
    practice_code: str
    why: str
    weight: float
    died_on: date | None
    restricted: bool
    in_review: bool

    @property
    def nhs_number_said(self) -> str:
        return numbers.formatted(self.nhs_number) if self.nhs_number else ""


@dataclass(frozen=True)
class Found(Sequence[PersonRow]):
    """At most `limit` people. `too_many`: more fit than can be shown; `next_step` says what to add or do."""

    rows: tuple[PersonRow, ...]
    too_many: bool
    next_step: str

    @overload
    def __getitem__(self, index: int) -> PersonRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PersonRow, ...]: ...
    def __getitem__(self, index: int | slice) -> PersonRow | tuple[PersonRow, ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[PersonRow]:
        return iter(self.rows)


def search(
    *,
    by: Actor,
    at: datetime,
    text: str = "",
    nhs_number: str = "",
    birth_date: date | None = None,
    family: str = "",
    given: str = "",
    postcode: str = "",
    limit: int = MOST,
) -> Found:
    """Look for people by any mixture of parts; never more than 20. The search is written down with its asker."""
    asked = _asked(text, nhs_number, birth_date, family, given, postcode)
    if asked.nothing:
        return Found((), False, "Enter an NHS number, a name, a date of birth or a postcode.")
    wanted = [
        Seen(family=one, given=other, birth_date=asked.birth_date, postcode=asked.postcode, nhs_number=asked.nhs_number)
        for one, other in (asked.names or (("", ""),))
    ]
    require(by, "person.search")
    with gate.search(by=by, at=at, what="person search"):
        fitting = _gathered(wanted)
    limit = min(limit, MOST)
    rows = tuple(row_of(each, judged, today=london_day(at)) for judged, each in fitting[:limit])
    return Found(rows, len(fitting) > limit, _next_step(asked, found=len(fitting), limit=limit))


def _asked(text: str, nhs_number: str, birth_date: date | None, family: str, given: str, postcode: str) -> Asked:
    asked = read(text)
    if family or given:
        asked = replace(asked, names=((family, given),) if family else ((given, ""), ("", given)))
    return replace(
        asked,
        nhs_number=numbers.normalise(nhs_number) or asked.nhs_number,
        birth_date=birth_date or asked.birth_date,
        postcode=postcode_as_written(postcode) or asked.postcode,
    )


def _gathered(wanted: Sequence[Seen]) -> list[tuple[Judged, Candidate]]:
    """Every reading tried in turn; each person once, under the reading that fits best, the likeliest first.

    Where no reading fits anybody, whoever lives at the postcode is offered: a nickname is no reason to find nobody.
    """
    fitting = _fitting((seen, seen) for seen in wanted)
    home = wanted[0].postcode
    return fitting or (_fitting((Seen(postcode=home), seen) for seen in wanted) if home else [])


def _fitting(readings: Iterable[tuple[Seen, Seen]]) -> list[tuple[Judged, Candidate]]:
    """Those found by the first of each pair, judged by the second."""
    best: dict[UUID, tuple[Judged, Candidate]] = {}
    for asked, seen in readings:
        found = candidates(asked, most=LOOKED_AT)
        for each in found:
            judged = judge(seen, each.seen, sounds_alike=each.family_sounds, former=each.former)
            if each.person_id not in best or best[each.person_id][0].weight < judged.weight:
                best[each.person_id] = judged, each
        if (
            len(found) >= LOOKED_AT
            or (len(found) > MOST and _name_alone(seen))
            or any(_fits(seen, judged) for judged, _ in best.values())
        ):
            break
    fitting = (pair for pair in best.values() if pair[0].weight > 0)
    return sorted(fitting, key=lambda pair: (-pair[0].weight, key(pair[1].usual_family), key(pair[1].usual_given)))


def _name_alone(seen: Seen) -> bool:
    """Is a name all that is known? Then those found are alike, and more than a list holds is too many."""
    return not (seen.birth_date or seen.postcode or seen.nhs_number)


def _fits(seen: Seen, judged: Judged) -> bool:
    """Is this reading of the line right beyond doubt, so that others need not be tried?"""
    return bool(seen.family and seen.given and seen.birth_date) and judged.weight >= EXACT


def row_of(each: Candidate, judged: Judged, *, today: date) -> PersonRow:
    """A candidate as a person on a list."""
    name = full_name(family=each.usual_family, given=each.usual_given)
    return PersonRow(
        person_id=each.person_id,
        name=name,
        former_name=full_name(family=each.matched_family, given=each.matched_given) if each.former else "",
        birth_date=each.birth_date,
        age=days.age_words(each.birth_date, london_day(each.death_at) if each.death_at else today),
        sex=each.sex,
        nhs_number=each.nhs_number,
        nhs_number_status=each.nhs_number_status,
        postcode=each.postcode,
        practice_code=each.practice_code,
        why=judged.why,
        weight=judged.weight,
        died_on=london_day(each.death_at) if each.death_at else None,
        restricted=each.restricted,
        in_review=each.in_review,
    )


def _next_step(asked: Asked, *, found: int, limit: int) -> str:
    if found > limit:
        missing = "a date of birth" if asked.birth_date is None else "a postcode or the NHS number"
        return f"More people fit than can be shown. Add {missing}."
    if asked.wrong_number and not found:
        return "That is not an NHS number. Check the 10 digits, or search by name and date of birth."
    if found:
        return "Check the name, date of birth and postcode with the person before you open a record."
    if asked.names and not any(family and given for family, given in asked.names) and not asked.birth_date:
        return (
            "A name alone is looked for as a family name. Add the other name, the date of birth or the postcode. "
            "If they are new here, register them."
        )
    return "Check the spelling and the date of birth, or try fewer details. If they are new here, register them."
