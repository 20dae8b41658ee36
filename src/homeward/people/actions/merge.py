"""What happens when two records are one person? One is joined to the other; everything goes along, and can come back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.people.actions import settling
from homeward.people.actions.about import locked, the_person
from homeward.people.models import Carried, Merge, Person
from homeward.people.queries.joined import current_id
from homeward.people.rules.joining import Side, hindrance
from homeward.people.rules.movers import movers

JOINED = "One of these records was joined to another in the meantime."


def merge(*, keep: UUID, lose: UUID, reason: str, by: Actor, at: datetime, merge_id: UUID | None = None) -> Merge:
    """Join the record `lose` to `keep`: its rows are carried over, its id leads to the kept one, its events stay.

    The actor must have a ground to open both. Raises Invalid without a reason, and Refused when the two cannot be one
    as they stand: two verified NHS numbers, one dead and one alive, two accounts, consents that differ.
    """
    if not reason.strip():
        raise Invalid({"reason": "Say how you know that they are one person."})
    if keep == lose:
        raise Invalid({"lose": "These are one record already."})
    with transaction.atomic():
        for each in sorted((str(keep), str(lose))):
            one_at_a_time("joining", each)
        if current_id(keep) != keep or current_id(lose) != lose:
            raise Refused(JOINED, next_step="Open the person anew and look again.")
        return _merge(keep=keep, lose=lose, merge_id=merge_id or new_id(), reason=reason.strip(), by=by, at=at)


def _keep(told: Mapping[str, Any]) -> UUID:
    kept: UUID = told["keep"]
    return kept


@action("person.merge", about=_keep)
def _merge(*, keep: UUID, lose: UUID, merge_id: UUID, reason: str, by: Actor, at: datetime) -> Happening[Merge]:
    kept = locked(keep)
    kept_has = settling.has_current(keep)
    made = Merge.objects.create(id=merge_id, person=kept, lost_id=lose, reason=reason, merged_at=at, merged_by=by.name)
    lost, before = _leave(
        person_id=lose, kept=side_of(kept, accounts=True), goal=keep, kept_has=kept_has, reason=reason, by=by, at=at
    )
    settling.names_may_wait()
    for mover in movers():
        if not mover.stays:
            keys = carry(mover.table, origin=lose, goal=keep)
            if keys:
                Carried.objects.create(
                    merge=made, person=kept, table_name=mover.table, keys=keys, before=before.get(mover.table, {})
                )
    made.filled = settling.fill(kept, lost, kept_has=kept_has)
    made.save(update_fields=["filled"])
    kept.changed_at = at
    kept.save()
    settling.one_birth_date(kept)
    settling.names_agree_again()
    facts = {"merge_id": str(made.id), "lost_id": str(lose), "reason": reason}
    return Happening(result=made, subject_kind="person", subject_id=keep, person_id=keep, facts=facts)


@action("person.merge", about=the_person)
def _leave(
    *, person_id: UUID, kept: Side, goal: UUID, kept_has: frozenset[str], reason: str, by: Actor, at: datetime
) -> Happening[tuple[Person, dict[str, settling.Before]]]:
    """Under the other record's own opening: may it be joined, what did it say, what of it becomes former; and its last event."""
    lost = locked(person_id)
    hindered = hindrance(kept, side_of(lost, accounts=True))
    if hindered[0]:
        raise Refused(hindered[0], next_step=hindered[1])
    before = settling.as_they_are(person_id)
    _renumber_consents(person_id)
    settling.become_former(person_id, kept_has=kept_has, day=london_day(at))
    lost.joined_to, lost.changed_at = goal, at
    lost.save(update_fields=["joined_to", "changed_at"])
    facts = {"joined_to": str(goal), "reason": reason}
    return Happening(
        result=(lost, before), subject_kind="person", subject_id=person_id, person_id=person_id, facts=facts
    )


def carry(table: str, *, origin: UUID, goal: UUID, keys: list[str] | None = None) -> list[str]:
    """Carry rows between two people who are both open; the keys of those carried."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.carry(%s::regclass, %s, %s, %s)", [table, origin, goal, keys])
        return [str(row[0]) for row in cursor.fetchall()]


def side_of(person: Person, *, accounts: bool) -> Side:
    """What decides whether two records may be joined. The person must be open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select purpose_code || ' ' || partner_code, kind from access_consent where person_id = %s and superseded_at is null",
            [person.id],
        )
        consents = dict(cursor.fetchall())
        cursor.execute("select exists (select from access_user where person_id = %s and is_active)", [person.id])
        has_account = accounts and bool(cursor.fetchone()[0])
        cursor.execute(
            "select value from people_identifier where person_id = %s and valid_to is null"
            " and system = 'https://fhir.nhs.uk/Id/nhs-number'",
            [person.id],
        )
        number = cursor.fetchone()
    verified = number[0] if number and person.nhs_number_status == "verified" else ""
    return Side(verified_number=verified, dead=person.death_at is not None, has_account=has_account, consents=consents)


def _renumber_consents(person_id: UUID) -> None:
    """Versions of what was said about sharing count by person: those that come along count on from far above."""
    with connection.cursor() as cursor:
        cursor.execute("update access_consent set version = version + 1000 where person_id = %s", [person_id])
