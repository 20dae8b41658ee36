"""How is what a partner sent about one person (or about nobody) kept? Once: the same content twice changes nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory.api import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.r4.issues import Faulty
from homeward.foundation.r4.json_text import read_json
from homeward.records.actions.write import write
from homeward.records.rules.columns import Kept, kept
from homeward.records.rules.outline import outline
from homeward.records.rules.received import Received, Taken


class _NothingNew(Exception):
    """Everything that came is here already, word for word or in the same meaning."""

    def __init__(self, taken: list[Taken]) -> None:
        super().__init__("nothing new")
        self.taken = taken


def take(
    *,
    person_id: UUID | None,
    resources: Sequence[Received],
    source: str,
    by: Actor,
    at: datetime,
    if_version: int | None = None,
) -> list[Taken]:
    """Keep what is new or changed, in one transaction, with one event; what became of each, in order.

    `if_version` must be the version that stands (0: there is none). Raises Invalid (field = element) for what is not a
    resource of its kind, Clash when another version stands or the source keeps the resource about somebody else.
    """
    ready = [_ready(each, source) for each in resources]
    if not ready:
        return []
    try:
        return _keep(person_id=person_id, ready=ready, if_version=if_version, by=by, at=at)
    except _NothingNew as same:
        return same.taken


@action("record.keep", about=lambda told: told["person_id"])
def _keep(
    *, person_id: UUID | None, ready: Sequence[Kept], if_version: int | None, by: Actor, at: datetime
) -> Happening[list[Taken]]:
    taken: list[Taken] = []
    waiting = list(ready)
    while waiting:  # the same resource twice in one delivery is two versions, one after the other
        batch = {each.id: each for each in reversed(waiting)}
        done = write(person_id=person_id, ready=list(batch.values()), if_version=if_version, at=at)
        taken += [done[each.id] for each in waiting if batch[each.id] is each]
        waiting = [each for each in waiting if batch[each.id] is not each]
    ordered = _in_order(ready, taken)
    if all(each.outcome == "same" for each in ordered):
        raise _NothingNew(ordered)
    subject = ordered[0].item_id if len(ordered) == 1 or person_id is None else person_id
    return Happening(
        result=ordered, subject_kind="record", subject_id=subject, person_id=person_id, facts=_facts(ready, ordered)
    )


def _facts(ready: Sequence[Kept], taken: Sequence[Taken]) -> Mapping[str, Any]:
    changed = [each.outline.kind for each, done in zip(ready, taken, strict=True) if done.outcome != "same"]
    return {
        "source": ready[0].source,
        "new": sum(done.outcome == "new" for done in taken),
        "changed": sum(done.outcome == "changed" for done in taken),
        "kinds": {kind: changed.count(kind) for kind in sorted(set(changed))},
    }


def _in_order(ready: Sequence[Kept], taken: Sequence[Taken]) -> list[Taken]:
    """One answer for each resource that came, in the order in which it came; of doubles the later has the later version."""
    by_id: dict[UUID, list[Taken]] = {}
    for done in taken:
        by_id.setdefault(done.item_id, []).append(done)
    return [by_id[each.id].pop(0) for each in ready]


def _ready(each: Received, source: str) -> Kept:
    raw = each.text if isinstance(each.text, bytes) else each.text.encode()
    try:
        tree = read_json(raw)
    except Faulty as fault:
        raise Invalid({fault.issues[0].expression or each.kind: fault.issues[0].diagnostics}) from None
    if tree.get("resourceType") != each.kind:
        raise Invalid({"resourceType": f"This is not a {each.kind}: its resourceType is '{tree.get('resourceType')}'."})
    said = outline(tree)
    source_id = each.source_id or said.source_id or new_id().hex
    declared = tuple(place().sensitivities.values())
    return kept(said, raw.decode(), source=source, source_id=source_id, flags=(), declared=declared)
