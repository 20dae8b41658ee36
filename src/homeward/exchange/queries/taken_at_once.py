"""Which partners' systems took many people's records at once? The FHIR door tells it, for the pages of information governance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from homeward.foundation.actions import Actor


@dataclass(frozen=True, kw_only=True)
class TakenAtOnce:
    """One export. `given` is of how many people something is in it, `looked_at` of `total` how far it is.

    `named` is how many people the system named; nought when it meant everybody. `left_out` tells how many stayed out, by
    the words for why. `taken` is how often a file was handed out, the last time at `last_taken_at`.
    """

    id: UUID
    system: str
    organisation: str
    role: str
    kinds: tuple[str, ...]
    whole: bool
    named: int
    since: datetime | None
    asked_at: datetime
    state: str
    looked_at: int
    total: int
    given: int
    unchanged: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    ready_at: datetime | None
    expires_at: datetime | None
    words: str
    taken: int
    last_taken_at: datetime | None

    @property
    def over(self) -> bool:
        """Is nothing of it kept any more?"""
        return self.state in ("failed", "ended")


class Desk(Protocol):
    """Who knows of exports, and ends one."""

    def listed(self, *, by: Actor, at: datetime, page: int) -> tuple[Sequence[TakenAtOnce], bool]: ...
    def one(self, export_id: UUID, *, by: Actor, at: datetime) -> TakenAtOnce: ...
    def stop(self, *, export_id: UUID, why: str, by: Actor, at: datetime) -> object: ...


_desk: list[Desk] = []


def set_desk(desk: Desk) -> None:
    """Given by the FHIR door, which alone knows of exports."""
    _desk[:] = [desk]


def taken_at_once(*, by: Actor, at: datetime, page: int = 1) -> tuple[Sequence[TakenAtOnce], bool]:
    """A page of them, the newest first, and whether there are more. Raises NotPermitted for who may not see the log."""
    return _desk[0].listed(by=by, at=at, page=page) if _desk else ((), False)


def one_taken_at_once(export_id: UUID, *, by: Actor, at: datetime) -> TakenAtOnce:
    """One of them. Raises NotFound."""
    return _desk[0].one(export_id, by=by, at=at)


def stop_taking(*, export_id: UUID, why: str, by: Actor, at: datetime) -> None:
    """End it: what was gathered is thrown away, and its system is told why. Raises Invalid without a reason."""
    _desk[0].stop(export_id=export_id, why=why, by=by, at=at)
