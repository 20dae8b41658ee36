"""How do resources of one person become rows: what is new is added, what changed moves its former wording aside?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from homeward.foundation.errors import Clash
from homeward.records.models import Item, Version
from homeward.records.queries.sender import called
from homeward.records.rules.columns import COLUMNS, Kept
from homeward.records.rules.identity import digest
from homeward.records.rules.meaning import same_meaning
from homeward.records.rules.received import Taken
from homeward.records.rules.statements import KEEP


def write(*, person_id: UUID | None, ready: Sequence[Kept], if_version: int | None, at: datetime) -> dict[UUID, Taken]:
    """What became of each, by id. The gate is open for the person. Each id comes once. Raises Clash."""
    standing = _standing([each.id for each in ready if not each.new])
    _of_somebody_else(person_id, [each for each in ready if not (each.new or each.id in standing)], at)
    taken: dict[UUID, Taken] = {}
    fresh: list[dict[str, Any]] = []
    for each in ready:
        item = standing.get(each.id)
        _expected(if_version, item, each, at)
        if item is None:
            fresh.append(each.values(person_id=person_id, version=1, received_at=at))
            taken[each.id] = Taken(item_id=each.id, version=1, outcome="new")
        elif item.person_id != person_id:
            raise _elsewhere(each, at)
        elif bytes(item.digest) == digest(each.text) or same_meaning(item.body, each.text):
            taken[each.id] = Taken(item_id=each.id, version=item.version, outcome="same")
        else:
            taken[each.id] = _replace(item, each, at)
    if fresh:
        with connection.cursor() as cursor:
            cursor.execute(KEEP, [orjson.dumps(fresh, default=_spelt).decode()])
    return taken


def _spelt(value: object) -> str:
    """Bytes as the database spells them."""
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    raise TypeError(f"{type(value).__name__} stands in no column")


def _standing(ids: Sequence[UUID]) -> dict[UUID, Item]:
    """What is here of these, held until the transaction ends."""
    found = Item.objects.select_for_update().filter(id__in=ids).order_by("id") if ids else ()
    return {item.id: item for item in found}


def _replace(item: Item, each: Kept, at: datetime) -> Taken:
    Version.objects.create(
        item_id=item.id, version=item.version, person_id=item.person_id, received_at=item.received_at,
        replaced_at=at, sensitivity=item.sensitivity, flags=item.flags, body=item.body,
    )  # fmt: skip
    new = each.values(person_id=item.person_id, version=item.version + 1, received_at=at)
    for name, value in new.items():
        setattr(item, name, value)
    item.save(update_fields=[name for name in COLUMNS if name != "id"])
    return Taken(item_id=item.id, version=item.version, outcome="changed")


def _expected(if_version: int | None, item: Item | None, each: Kept, at: datetime) -> None:
    stands = item.version if item else 0
    if if_version is not None and if_version != stands:
        words = f"Version {stands} stands." if stands else "There is no such resource here."
        raise Clash(
            f"You changed version {if_version} of this {each.outline.kind}, but it is not the latest. {words}",
            who=item.source if item else each.source,
            when=item.received_at if item else at,
            next_step="Read it again and make your change to what stands now.",
        )


def _of_somebody_else(person_id: UUID | None, unseen: Sequence[Kept], at: datetime) -> None:
    """What the open gate does not show may still be here, about another person."""
    if not unseen:
        return
    with connection.cursor() as cursor:
        cursor.execute("select id from records_kept_elsewhere(%s, %s) as id", [[each.id for each in unseen], person_id])
        elsewhere = {row[0] for row in cursor.fetchall()}
    for each in unseen:
        if each.id in elsewhere:
            raise _elsewhere(each, at)


def _elsewhere(each: Kept, at: datetime) -> Clash:
    return Clash(
        f"{called(each.source)} already sent {each.outline.kind} '{each.source_id}' about somebody else.",
        who=called(each.source),
        when=at,
        next_step="Ask the sender whom it is about. It is not moved from one record to another by a message.",
    )
