"""Whom do these details mean, many at a time? Asked by deliveries of records, under the same rules as one at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from homeward.people.rules.agreement import disagreement
from homeward.people.rules.details import PersonDetails, tidy
from homeward.people.rules.likeness import Seen
from homeward.people.rules.names import key
from homeward.people.vocabulary import NHS_NUMBER

How = Literal["known", "number", "identifier", "details", "new", "doubtful"]

_HERE = """
select p.id, n.family, n.given, p.birth_date, p.sex, coalesce(i.value, ''),
       array(select o.family from people_personname o where o.person_id = p.id and not (o.use = 'usual' and o.valid_to is null))
from people_person p
join people_personname n on n.person_id = p.id and n.use = 'usual' and n.valid_to is null
left join people_identifier i on i.person_id = p.id and i.valid_to is null and i.system = %s
where p.id = any (%s)
"""
_BY_NUMBER = """
select distinct on (value) value, person_id from people_identifier where system = %s and value = any (%s)
order by value, valid_to desc nulls first
"""
_BY_IDENTIFIER = """
select system, value, person_id from people_identifier
where value = any (%s) and organisation_code = %s and valid_to is null and system <> %s
"""
_BY_DETAILS = """
select n.person_id, n.birth_date, a.postcode, n.family, n.given
from people_personname n join people_address a on a.person_id = n.person_id and a.valid_to is null
where n.birth_date = any (%s) and n.family_key = any (%s) and n.use = 'usual' and n.valid_to is null
"""


@dataclass(frozen=True, kw_only=True)
class Match:
    """Whom the details mean: found in one of the ways of `How`, 'new' when nobody here fits, or in doubt, with the reason."""

    person_id: UUID | None
    how: How
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class _Here:
    seen: Seen
    number: str
    former: frozenset[str]


def match_many(details: Sequence[PersonDetails], *, organisation: str, known: Sequence[UUID | None]) -> list[Match]:
    """One answer for each, in order. `known` is whom the organisation meant by the same id before, if it is known.

    The gate must be open for a job. Nobody is registered. Agreement is judged as in `find_or_register`.
    """
    told = [tidy(each) for each in details]
    numbers = _numbers(told)
    local = _identifiers(told, organisation)
    alike = _alike(told)
    found = {
        *numbers.values(),
        *local.values(),
        *(each for each in known if each),
        *(id for ids in alike for id in ids),
    }
    here = _here(found)
    return [
        _one(each, before, same, numbers, local, organisation, here)
        for each, before, same in zip(told, known, alike, strict=True)
    ]


def _one(
    told: PersonDetails, before: UUID | None, same: Sequence[UUID], numbers: dict[str, UUID],
    local: dict[tuple[str, str], UUID], organisation: str, here: dict[UUID, _Here],
) -> Match:  # fmt: skip
    holder = numbers.get(told.nhs_number) if told.nhs_number else None
    ours = (local.get((each.system, each.value)) for each in told.identifiers if each.organisation_code == organisation)
    by_local = next((each for each in ours if each), None)
    candidates: tuple[tuple[UUID | None, How], ...] = ((before, "known"), (holder, "number"), (by_local, "identifier"))
    for person_id, how in candidates:
        if person_id is not None:
            reason = _against(told, here[person_id], holder, person_id)
            return Match(person_id=person_id, how="doubtful" if reason else how, reason=reason)
    if len(same) > 1:
        return Match(
            person_id=None, how="doubtful", reason="Several people here have this name, birth date and postcode."
        )
    if same:
        reason = _against(told, here[same[0]], None, same[0])
        return Match(person_id=same[0], how="doubtful" if reason else "details", reason=reason)
    return Match(person_id=None, how="new")


def _against(told: PersonDetails, kept: _Here, holder: UUID | None, person_id: UUID) -> str:
    """Why they cannot be taken for one person, as a sentence; empty when they can."""
    if holder is not None and holder != person_id:
        return "The NHS number belongs to somebody else here."
    if told.nhs_number and kept.number and told.nhs_number != kept.number:
        return "The person here has another NHS number."
    seen = Seen(family=told.family, given=told.given, birth_date=told.birth_date, sex=told.sex)
    words = disagreement(seen, kept.seen, former=kept.former)
    return words.replace("The NHS number belongs to", "The number means") if words and holder is None else words


def _numbers(told: Iterable[PersonDetails]) -> dict[str, UUID]:
    wanted = [each.nhs_number for each in told if each.nhs_number]
    return {value: person_id for value, person_id in _asked(_BY_NUMBER, [NHS_NUMBER, wanted])} if wanted else {}


def _identifiers(told: Iterable[PersonDetails], organisation: str) -> dict[tuple[str, str], UUID]:
    wanted = [one.value for each in told for one in each.identifiers]
    if not wanted:
        return {}
    rows = _asked(_BY_IDENTIFIER, [wanted, organisation, NHS_NUMBER])
    return {(system, value): person_id for system, value, person_id in rows}


def _alike(told: Sequence[PersonDetails]) -> list[list[UUID]]:
    """For each the people with the same usual name, birth date and postcode."""
    whole = [each for each in told if each.family and each.given and each.birth_date and each.postcode]
    found: dict[tuple[date, str, str, str], set[UUID]] = {}
    if whole:
        days, families = (
            sorted({each.birth_date for each in whole if each.birth_date}),
            sorted({key(each.family) for each in whole}),
        )
        for person_id, born, postcode, family, given in _asked(_BY_DETAILS, [days, families]):
            found.setdefault((born, postcode, key(family), key(given)), set()).add(person_id)
    return [
        sorted(found.get((each.birth_date, each.postcode, key(each.family), key(each.given)), set()))
        if each.birth_date
        else []
        for each in told
    ]


def _here(ids: Iterable[UUID]) -> dict[UUID, _Here]:
    rows = _asked(_HERE, [NHS_NUMBER, list(ids)])
    return {
        id: _Here(
            seen=Seen(family=family, given=given, birth_date=born, sex=sex), number=number,
            former=frozenset(key(each) for each in former),
        )
        for id, family, given, born, sex, number, former in rows
    }  # fmt: skip


def _asked(question: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        rows: list[Any] = cursor.fetchall()
    return rows
