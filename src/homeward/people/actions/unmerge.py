"""What happens when a merge was a mistake? Everything goes back exactly where it was, and the two part."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.people.actions import settling
from homeward.people.actions.about import locked, the_person
from homeward.people.actions.merge import carry
from homeward.people.models import Carried, MatchPair, Merge, Person
from homeward.people.queries.joined import current_id
from homeward.people.rules.movers import Mover, movers


def unmerge(*, merge_id: UUID, reason: str, by: Actor, at: datetime) -> Merge:
    """Take a merge back. What it carried goes back; work done since stays with the kept person, unless it hangs on
    something that came from the other. Raises Invalid without a reason, NotFound, and Refused when it cannot be now."""
    if not reason.strip():
        raise Invalid({"reason": "Say why they are two people after all."})
    with connection.cursor() as cursor:
        cursor.execute("select kept, lost from people_of_merge(%s)", [merge_id])
        found = cursor.fetchone()
    if found is None:
        raise NotFound("There is no such merge.")
    kept, lost = found
    if current_id(kept) != kept:
        raise Refused("The record kept was itself joined to another since.", next_step="Take that merge back first.")
    try:
        with transaction.atomic():
            return _unmerge(keep=kept, lose=lost, merge_id=merge_id, reason=reason.strip(), by=by, at=at)
    except IntegrityError as clash:
        if not _about_a_number(clash):
            raise
        raise Refused(
            "A number that would go back with them belongs to somebody else by now.",
            next_step="Search by the NHS numbers of both, put right who holds which, then part them.",
        ) from clash


def _about_a_number(clash: IntegrityError) -> bool:
    """A number is held by one person at a time, and a third may have been given it since."""
    told = getattr(clash.__cause__, "diag", None)
    return told is not None and told.constraint_name == "people_identifier_once"


def _keep(told: Mapping[str, Any]) -> UUID:
    kept: UUID = told["keep"]
    return kept


@action("person.unmerge", about=_keep)
def _unmerge(*, keep: UUID, lose: UUID, merge_id: UUID, reason: str, by: Actor, at: datetime) -> Happening[Merge]:
    kept = locked(keep)
    undone = Merge.objects.select_for_update().get(id=merge_id)
    if undone.undone_at is not None:
        raise Refused("This merge was taken back already.")
    carried = {each.table_name: each for each in Carried.objects.filter(merge=undone)}
    back = _going_back(keep, carried)
    with connection.cursor() as cursor:
        cursor.execute("select people_part(%s)", [merge_id])
    undone.undone_at, undone.undone_by, undone.undone_reason = at, by.name, reason
    undone.save(update_fields=["undone_at", "undone_by", "undone_reason"])
    _two_after_all(merge_id, reason=reason, by=by, at=at)
    settling.unfill(kept, undone.filled)
    settling.names_may_wait()
    before = {table: each.before for table, each in carried.items()}
    _return(person_id=lose, origin=keep, back=back, before=before, merge_id=merge_id, reason=reason, by=by, at=at)
    kept.changed_at = at
    kept.save()
    settling.one_birth_date(kept)
    settling.names_agree_again()
    facts = {"merge_id": str(merge_id), "lost_id": str(lose), "reason": reason}
    return Happening(result=undone, subject_kind="person", subject_id=keep, person_id=keep, facts=facts)


@action("person.unmerge", about=the_person)
def _return(
    *,
    person_id: UUID,
    origin: UUID,
    back: Mapping[str, Sequence[str]],
    before: Mapping[str, settling.Before],
    merge_id: UUID,
    reason: str,
    by: Actor,
    at: datetime,
) -> Happening[Person]:
    """Under the other record's own opening, which opens again: its rows come back, word for word; and an event."""
    lost = locked(person_id)
    for table, keys in back.items():
        carry(table, origin=origin, goal=person_id, keys=list(keys))
    settling.put_back({table: before.get(table, {}) for table in settling.DESCRIBING})
    with connection.cursor() as cursor:
        cursor.execute(
            "update access_consent set version = version - 1000 where person_id = %s and version > 1000", [person_id]
        )
    _two_after_all(merge_id, reason=reason, by=by, at=at)
    lost.changed_at = at
    lost.save(update_fields=["changed_at"])
    facts = {"parted_from": str(origin), "merge_id": str(merge_id), "reason": reason}
    return Happening(result=lost, subject_kind="person", subject_id=person_id, person_id=person_id, facts=facts)


def _two_after_all(merge_id: UUID, *, reason: str, by: Actor, at: datetime) -> None:
    """The pair that led to the merge is decided anew; its row is behind the gate of one of the two."""
    pair = MatchPair.objects.filter(merge_id=merge_id)
    pair.update(state="different", reason=reason, decided_at=at, decided_by=by.name, merge_id=None)


def _going_back(keep: UUID, carried: Mapping[str, Carried]) -> dict[str, list[str]]:
    """By table, the keys of rows that go: those the merge carried, and those that hang on one that goes."""
    back: dict[str, list[str]] = {}
    for mover in movers():
        if mover.stays:
            continue
        going = list(carried[mover.table].keys) if mover.table in carried else []
        going += [each for each in _hanging(mover, keep, back, going) if each not in going]
        if going:
            back[mover.table] = going
    return back


def _hanging(mover: Mover, keep: UUID, back: Mapping[str, Sequence[str]], going: Sequence[str]) -> list[str]:
    """Rows of the kept person that name a row which goes back; a table that follows itself is followed to the end."""
    found: list[str] = []
    for column, tables in mover.follows.items():
        leaders = [key for table in tables if table != mover.table for key in back.get(table, ())]
        leaders += going if mover.table in tables else []
        while leaders:
            with connection.cursor() as cursor:
                cursor.execute(
                    f'select id::text from {mover.table} where person_id = %s and "{column}"::text = any (%s)',
                    [keep, leaders],
                )
                new = [row[0] for row in cursor.fetchall() if row[0] not in found]
            found += new
            leaders = [each for each in new if mover.table in tables and each not in going]
    return found
