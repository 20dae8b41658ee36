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
from homeward.grammar.api import Sensitivity
from homeward.records.actions.write import write
from homeward.records.rules.columns import Kept, kept
from homeward.records.rules.identity import named_here
from homeward.records.rules.outline import outline
from homeward.records.rules.reading import tree_of
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
    app: str = "",
) -> list[Taken]:
    """Keep what is new or changed, in one transaction, with one event; what became of each, in order.

    `app` names the app through which `by` sends it: its event is another, so that nothing is decided by what nobody checked.
    `if_version` must be the version that stands (0: there is none). Raises Invalid (field = element) for what is not a
    resource of its kind, Clash when another version stands or the source keeps the resource about somebody else.
    """
    declared = tuple(place().sensitivities.values())
    ready = [_ready(each, source, declared) for each in resources]
    if not ready:
        return []
    try:
        if app:
            return _keep_of_app(person_id=person_id, ready=ready, if_version=if_version, app=app, by=by, at=at)
        return _keep(person_id=person_id, ready=ready, if_version=if_version, by=by, at=at)
    except _NothingNew as same:
        return same.taken


@action("record.keep", about=lambda told: told["person_id"])
def _keep(
    *, person_id: UUID | None, ready: Sequence[Kept], if_version: int | None, by: Actor, at: datetime
) -> Happening[list[Taken]]:
    return _kept(person_id, ready, if_version, at)


@action("app.send", about=lambda told: told["person_id"])
def _keep_of_app(
    *, person_id: UUID | None, ready: Sequence[Kept], if_version: int | None, app: str, by: Actor, at: datetime
) -> Happening[list[Taken]]:
    if person_id is None:
        raise Invalid({"subject": "An app sends what is about somebody."})
    return _kept(person_id, ready, if_version, at, {"app": app})


def _kept(
    person_id: UUID | None,
    ready: Sequence[Kept],
    if_version: int | None,
    at: datetime,
    told: Mapping[str, Any] | None = None,
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
    facts = {**_facts(ready, ordered), **(told or {})}
    return Happening(result=ordered, subject_kind="record", subject_id=subject, person_id=person_id, facts=facts)


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


def _ready(each: Received, source: str, declared: Sequence[Sensitivity]) -> Kept:
    raw = each.text if isinstance(each.text, bytes) else each.text.encode()
    try:
        tree = tree_of(raw) if each.judged else read_json(raw)
    except Faulty as fault:
        raise Invalid({fault.issues[0].expression or each.kind: fault.issues[0].diagnostics}) from None
    if tree.get("resourceType") != each.kind:
        raise Invalid({"resourceType": f"This is not a {each.kind}: its resourceType is '{tree.get('resourceType')}'."})
    said = outline(tree)
    named = each.source_id or said.source_id
    return kept(
        said, raw.decode(), source=source, source_id=named or named_here(new_id()), flags=(), declared=declared,
        new=each.new or not named,
    )  # fmt: skip
