"""What happened to this person, over all organisations, newest first? One page, with a cursor that stays right while rows are added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.foundation.events import EventRow
from homeward.hospital import api as hospital
from homeward.records import api as records
from homeward.records.api import LOOKED_THROUGH, ItemLine, Wanted
from homeward.web.people.health.body import tree_of, value_of, words_of
from homeward.web.people.health.line import opened, source_named
from homeward.web.people.timeline.kinds import Group

Cursor = tuple[datetime, UUID]
PAGE = 40
WITH_BODY = ("Observation",)
OF_STAYS = ("stay.admit", "stay.leave", "stay.strike")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line. `new`: it came since the asker last looked. `referral_id` or `call_id` leads to our own page about it. `struck`: it was entered in error, and why."""

    id: UUID
    at: datetime
    label: str
    words: str
    source: str
    new: bool
    odd: bool = False
    folds: bool = False
    referral_id: str = ""
    call_id: str = ""
    struck: str = ""


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """One page of it. `next`: where the next page begins. `closed`: there is more that the asker's role does not open."""

    entries: Sequence[Entry]
    next: Cursor | None
    closed: bool


def timeline(
    person_id: UUID,
    *,
    group: Group,
    by: Actor,
    last: datetime | None,
    only_new: bool = False,
    before: Cursor | None = None,
    limit: int = PAGE,
) -> Timeline:
    """Inside the person's open gate. `last` is when the asker last looked; with `only_new` nothing older came."""
    since = last if only_new else None
    rows = _rows(person_id, group, since, before, limit + 1)
    own = events.of_person(
        person_id,
        kinds=list(group.events),
        limit=limit + 1,
        since=since,
        before=before,
        under_every_id=True,
    )
    either: list[ItemLine | EventRow] = [*rows, *own]
    merged = sorted(either, key=_place)
    page = merged[:limit]
    shown, closed = opened([each for each in page if isinstance(each, ItemLine)], by)
    seen = {each.id for each in shown}
    stays = {each.subject_id for each in page if isinstance(each, EventRow) and each.kind in OF_STAYS}
    struck = hospital.struck(stays) if stays else {}
    entries = [
        _of_item(each, group, last) if isinstance(each, ItemLine) else _of_event(each, group, last, struck)
        for each in page
        if not isinstance(each, ItemLine) or each.id in seen
    ]
    more = _place_of(page[-1]) if len(merged) > limit else None
    return Timeline(entries=_folded(entries), next=more, closed=closed)


def _rows(person_id: UUID, group: Group, since: datetime | None, before: Cursor | None, limit: int) -> list[ItemLine]:
    bodied = tuple(kind for kind in group.kinds if kind in WITH_BODY)
    bare = tuple(kind for kind in group.kinds if kind not in WITH_BODY)
    wanted = {
        name: Wanted(
            kinds=kinds,
            most=limit,
            among=limit if since is None else LOOKED_THROUGH,
            bodied=name == "bodied",
            before=before,
            received_since=since,
        )
        for name, kinds in (("bodied", bodied), ("bare", bare))
        if kinds
    }
    return [row for rows in records.blocks(person_id, wanted).values() for row in rows] if wanted else []


def _place_of(row: ItemLine | EventRow) -> Cursor:
    return (row.placed_at if isinstance(row, ItemLine) else row.at, row.id)


def _place(row: ItemLine | EventRow) -> tuple[float, UUID]:
    moment, id = _place_of(row)
    return (-moment.timestamp(), id)


def _of_item(row: ItemLine, group: Group, last: datetime | None) -> Entry:
    tree = tree_of(row.body)
    value, name = value_of(tree), row.display or words_of(tree.get("code")) or row.code or "Not named"
    wrong = row.status == "entered-in-error"
    return Entry(
        id=row.id,
        at=row.placed_at,
        label=group.kinds[row.kind],
        words=f"{name} {value}".strip() + (" (entered in error)" if wrong else ""),
        source=source_named(row.source),
        new=last is not None and row.received_at > last,
        odd=bool(row.flags),
        folds=row.kind in WITH_BODY,
    )


def _of_event(row: EventRow, group: Group, last: datetime | None, struck: Mapping[UUID, hospital.StayView]) -> Entry:
    teams = directory.place().teams
    named = [teams[code].name for code in row.teams if code in teams]
    referral = row.facts.get("referral_id") or (row.subject_id if row.subject_kind == "referral" else "")
    at_hospital = directory.place().hospitals.get(row.facts.get("hospital", "")) if row.kind in OF_STAYS else None
    wrong = struck.get(row.subject_id) if row.kind in OF_STAYS else None
    return Entry(
        id=row.id,
        at=row.at,
        label=group.events[row.kind],
        words=at_hospital.name if at_hospital else named[0] if named else "",
        struck=f"{wrong.struck_words} {wrong.struck_by}" if wrong and row.kind != "stay.strike" else "",
        source=_who(row),
        new=last is not None and row.recorded_at > last,
        referral_id=str(referral),
        call_id=str(row.subject_id) if row.subject_kind == "call" else "",
    )


def _who(row: EventRow) -> str:
    """'Asha Patel, Northfield trust'; the house itself is no colleague of anybody."""
    if row.actor_kind == "system":
        return "Homeward itself"
    organisations = directory.place().organisations
    own = [organisations[row.organisation].name] if row.organisation in organisations else []
    return ", ".join([row.actor_name, *own])


def _folded(entries: Sequence[Entry]) -> list[Entry]:
    """Measurements of one source at one moment are one line."""
    found: list[Entry] = []
    for each in entries:
        before = found[-1] if found else None
        if before and each.folds and before.folds and (each.at, each.source) == (before.at, before.source):
            words = f"{before.words}; {each.words}"
            found[-1] = replace(before, label="Measurements", words=words, new=before.new or each.new)
        else:
            found.append(each)
    return found
