"""How did the plan come to be as it is? Every change, the latest first, with who made it and what it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.plans.models import LineChange, Stance
from homeward.plans.rules.differences import Piece, differences
from homeward.plans.vocabulary import HEADINGS

SAID = {"agree": "agreed with the plan", "dispute": "disputed a line", "settle": "said that it is put right"}
TOLD, WROTE, CHANGED = "wrote down that the person agreed", "wrote", "changed"
ENDED = {"done": "said that it is done", "stopped": "took it out of the plan"}
DONE_TO_A_PLAN = (*SAID.values(), TOLD, WROTE, CHANGED, *ENDED.values())


@dataclass(frozen=True, kw_only=True)
class Change:
    """One version of the plan: who did what, under which heading, and the words before and after."""

    version: int
    at: datetime
    by_name: str
    by_kind: str
    place_words: str
    did: str
    heading: str
    pieces: Sequence[Piece]
    owner_words: str
    due_on: date | None
    why: str


@dataclass(frozen=True, kw_only=True)
class Versions:
    """The plan's whole story."""

    banner: people.Banner
    changes: Sequence[Change]


def plan_versions(person_id: UUID, *, by: Actor, at: datetime) -> Versions:
    """Opens the person's record. Raises NotPermitted."""
    with gate.person(person_id, by=by, at=at, why="plan"):
        changes = [*_of_lines(person_id), *_of_stances(person_id)]
        changes.sort(key=lambda change: change.version, reverse=True)
        return Versions(banner=people.banner(person_id, by, at), changes=changes)


def _of_lines(person_id: UUID) -> list[Change]:
    found: list[Change] = []
    before: dict[UUID, LineChange] = {}
    for row in LineChange.objects.filter(person_id=person_id).select_related("line").order_by("number"):
        last = before.get(row.line_id)
        before[row.line_id] = row
        found.append(
            Change(
                version=row.plan_version, at=row.at, by_name=row.by_name, by_kind=row.by_kind, place_words=row.place_words,
                did=_did(row, last), heading=_title(row.line.heading), pieces=differences(last.words if last else "", row.words),
                owner_words=row.owner_words, due_on=row.due_on, why=row.why,
            )
        )  # fmt: skip
    return found


def _did(row: LineChange, last: LineChange | None) -> str:
    if last is None:
        return WROTE
    return ENDED.get(row.state, CHANGED)


def _of_stances(person_id: UUID) -> list[Change]:
    return [
        Change(
            version=row.plan_version, at=row.at, by_name=row.by_name, by_kind=row.by_kind, place_words=row.place_words,
            did=TOLD if row.kind == "agree" and row.by_kind == "staff" else SAID[row.kind],
            heading=_title(row.line.heading) if row.line else "", pieces=differences("", row.words), owner_words="", due_on=None, why="",
        )
        for row in Stance.objects.filter(person_id=person_id).select_related("line")
    ]  # fmt: skip


def _title(heading: str) -> str:
    return HEADINGS[heading].title if heading in HEADINGS else heading
