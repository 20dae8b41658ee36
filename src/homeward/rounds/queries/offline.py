"""What became of what a telephone told, and which records wait for a person to settle them?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.people import api as people
from homeward.rounds.models import OfflineRecord
from homeward.rounds.vocabulary import POCKET
from homeward.visits import api as visits

MOST = 100


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What became of a record. `why` is a finished sentence for its writer where it was not taken."""

    id: UUID
    state: str
    why: str
    arrived_at: datetime


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A record that nobody has settled, in a list."""

    id: UUID
    person_id: UUID
    encounter_id: UUID
    kind: str
    state: str
    why: str
    name: str
    happened_at: datetime
    arrived_at: datetime


@dataclass(frozen=True, kw_only=True)
class Both:
    """Two versions of one visit. `told` is the telephone's in (question, answer) pairs; `visit` is what stands, with its `answers`."""

    record: OfflineRecord
    banner: people.Banner
    told: Sequence[tuple[str, str]]
    visit: visits.VisitView
    answers: Sequence[tuple[str, str]]


def person_of_record(asked: Mapping[str, Any]) -> UUID:
    """The person of `record_id`. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("select rounds_person_of_offline(%s)", [asked["record_id"]])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise NotFound("There is no such record.", next_step="Go back to the list and choose one.")
    return found


def fate_of(record_id: UUID, *, encounter_id: UUID, at: datetime) -> Fate:
    """What became of it, for the telephone that sent it."""
    person_id = visits.person_of_encounter({"encounter_id": encounter_id})
    with gate.person(person_id, by=system(POCKET), at=at, why="a record from a phone"):
        row = OfflineRecord.objects.filter(id=record_id, encounter_id=encounter_id).first()
    if row is None:
        raise NotFound("This record belongs to another visit.", next_step="Record the visit on its own page.")
    return Fate(id=row.id, state=row.state, why=row.why, arrived_at=row.arrived_at)


def offline_waiting(*, by: Actor, at: datetime) -> list[Waiting]:
    """The records of the actor's teams that wait for somebody, oldest first. Opens the gate."""
    with gate.worklist(by=by, at=at, what="records from phones"):
        rows = OfflineRecord.objects.filter(team_code__in=by.teams, state__in=("kept", "clash", "refused"))
        return [
            Waiting(
                id=row.id, person_id=row.person_id, encounter_id=row.encounter_id, kind=row.kind, state=row.state, why=row.why,
                name=row.name, happened_at=row.happened_at, arrived_at=row.arrived_at,
            )
            for row in rows.order_by("arrived_at", "id")[:MOST]
        ]  # fmt: skip


def both_versions(record_id: UUID, *, by: Actor, at: datetime) -> Both:
    """The two versions side by side. Opens the person's record. Raises NotFound, NotPermitted."""
    person_id = person_of_record({"record_id": record_id})
    with gate.person(person_id, by=by, at=at, why="two versions of a visit"):
        row = OfflineRecord.objects.filter(id=record_id).first()
        visit = visits.visit(row.encounter_id) if row else None
        if row is None or visit is None:
            raise NotFound("There is no such record.", next_step="Go back to the list and choose one.")
        return Both(
            record=row, banner=people.banner(person_id, by, at), told=told_in_words(row.told), visit=visit,
            answers=visits.answers_at(row.encounter_id),
        )  # fmt: skip


def told_in_words(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the telephone told, question by question, in words."""
    reason, way = visits.NOT_SEEN.get(told.get("reason", "")), visits.WAYS.get(told.get("way", ""))  # type: ignore[call-overload]  # any words
    said = [
        ("How", way[0] if way else ""),
        ("Why not", reason.title if reason else ""),
        ("Words", told.get("words", "")),
    ]
    forms = directory.place().questionnaires
    for code, by_link in (told.get("answers") or {}).items():
        items = {item.link_id: item for item in forms[code].items} if code in forms else {}
        for link, value in by_link.items():
            item = items.get(link)
            titles = {option.code: option.title for option in item.options} if item else {}
            said.append((item.text if item else link, visits.said(value, titles)))
    return [(question, answer) for question, answer in said if answer]
