"""Which tellings of ward systems were refused, and which wait to hear whom they are about? For the team that must say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.hospital.models import FeedRow, Stay
from homeward.hospital.queries.policy import hospitals
from homeward.people.api import GivenIdentifier, held_numbers, local_system

MOST_STAYS = 20


@dataclass(frozen=True, kw_only=True)
class RefusedRow:
    """One refused telling, as it was told."""

    way: str
    source: str
    line: int
    told: Mapping[str, Any]
    reason: str
    received_at: datetime


def refused_rows(*, by: Actor, at: datetime, limit: int = 100) -> Sequence[RefusedRow]:
    """The latest that are the actor's teams' to mend, or nobody's yet."""
    with gate.job("ward-feed", by=by, at=at, why="refused rows of ward feeds"):
        rows = list(
            FeedRow.objects.filter(Q(team_code__in=by.teams) | Q(team_code=""), outcome="refused").order_by(
                "-received_at", "line"
            )[:limit]
        )
    return [_refused(row) for row in rows]


@dataclass(frozen=True, kw_only=True)
class WaitingRow:
    """One telling about somebody very like a person here, and why it waits. `stay_id` once it has been said who it is.

    `local_number`: by which its system knows the person; '' when it told none, so that the next row is asked about too.
    """

    id: UUID
    source: str
    line: int
    told: Mapping[str, Any]
    received_at: datetime
    stay_id: UUID | None
    reason: str
    local_number: str
    settled_by: str
    settled_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class AnsweredRow:
    """One telling that a later one has answered: what had been wrong with it, and which row did."""

    was: RefusedRow
    answered_at: datetime
    by_line: int
    by_outcome: str


def answered_rows(*, by: Actor, at: datetime, limit: int = 20) -> Sequence[AnsweredRow]:
    """The latest of the actor's teams', or nobody's."""
    with gate.job("ward-feed", by=by, at=at, why="answered rows of ward feeds"):
        rows = list(
            FeedRow.objects.filter(Q(team_code__in=_answering(by)) | Q(team_code=""), outcome="answered").order_by(
                "-answered_at", "line"
            )[:limit]
        )
        later = FeedRow.objects.in_bulk({row.answered_by for row in rows if row.answered_by})
    return [
        AnsweredRow(
            was=_refused(row), answered_at=row.answered_at, by_line=later[row.answered_by].line, by_outcome=later[row.answered_by].outcome
        )
        for row in rows
        if row.answered_at and row.answered_by in later
    ]


def settled_rows(*, by: Actor, at: datetime, limit: int = 50) -> Sequence[WaitingRow]:
    """Those of the actor's teams that a human has settled and whose system's number still means a person; the latest first."""
    with gate.job("ward-feed", by=by, at=at, why="settled rows of ward feeds"):
        rows = FeedRow.objects.filter(team_code__in=_answering(by), settled_at__isnull=False).exclude(local_number="")
        found = {(row.source, row.local_number): row for row in reversed(list(rows.order_by("-settled_at")[:limit]))}
    if not found:
        return []
    numbers = {key: GivenIdentifier(system=local_system(key[0]), value=" ".join(key[1].split())) for key in found}
    held = held_numbers(numbers.values(), by=by, at=at)
    kept = [row for key, row in found.items() if (numbers[key].system, numbers[key].value) in held]
    return [_waiting(row) for row in sorted(kept, key=lambda row: row.settled_at or row.received_at, reverse=True)]


@dataclass(frozen=True, kw_only=True)
class ToldStay:
    """One stay that was told by a system's own number: where, since when, and until when."""

    id: UUID
    where: str
    admitted_at: datetime
    left_at: datetime | None
    struck_by: str
    struck_words: str


def stays_told(row_id: UUID, *, by: Actor, at: datetime) -> Sequence[ToldStay]:
    """Every stay that this row's number has been told of, the latest first; they stand, whatever the number means. Raises NotFound."""
    row = waiting_row(row_id, by=by, at=at)
    if not row.local_number:
        return []
    with gate.job("ward-feed", by=by, at=at, why="stays told by a ward system's number"):
        told = FeedRow.objects.filter(source=row.source, local_number=row.local_number, stay_id__isnull=False)
        stays = list(Stay.told.filter(id__in=told.values("stay_id")).order_by("-admitted_at")[:MOST_STAYS])
    return [
        ToldStay(id=each.id, where=hospitals()[each.hospital_code].name, admitted_at=each.admitted_at, left_at=each.left_at, struck_by=each.struck_by, struck_words=each.struck_words)
        for each in stays
        if each.hospital_code in hospitals()
    ]


def waiting_rows(*, by: Actor, at: datetime, limit: int = 100) -> Sequence[WaitingRow]:
    """Those that wait for the actor's teams, longest first; of one stay the latest told."""
    with gate.job("ward-feed", by=by, at=at, why="rows of ward feeds that wait"):
        rows = FeedRow.objects.filter(team_code__in=_answering(by), outcome="waiting").order_by("received_at", "line")[:limit]
        found = {(row.source, str(row.told.get("encounter_id", ""))): _waiting(row) for row in rows}
    return list(found.values())


def waiting_row(row_id: UUID, *, by: Actor, at: datetime) -> WaitingRow:
    """One that waits for the actor's teams, or did. Raises NotFound."""
    with gate.job("ward-feed", by=by, at=at, why="a row of a ward feed that waits"):
        row = FeedRow.objects.filter(id=row_id, team_code__in=_answering(by), way="csv").exclude(outcome__in=("refused", "answered")).first()
    if row is None:
        raise NotFound("There is no such row here.", next_step="Go back to the ward systems and choose it from there.")
    return _waiting(row)


def _answering(by: Actor) -> set[str]:
    """The ward teams for which the actor answers: their own, and those of the hospitals whose hub is theirs."""
    return {*by.teams, *(each.flow_team for each in hospitals().values() if each.hub in by.teams)}


def _waiting(row: FeedRow) -> WaitingRow:
    return WaitingRow(
        id=row.id, source=row.source, line=row.line, told=row.told, received_at=row.received_at, stay_id=row.stay_id, reason=row.reason,
        local_number=row.local_number, settled_by=row.settled_by, settled_at=row.settled_at,
    )  # fmt: skip


def _refused(row: FeedRow) -> RefusedRow:
    return RefusedRow(
        way=row.way, source=row.source, line=row.line, told=row.told, reason=row.reason, received_at=row.received_at
    )
