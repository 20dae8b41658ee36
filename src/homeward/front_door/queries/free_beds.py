"""Which beds that a decision at the door may take are free now; and where none is, what stands free instead?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.capacity import api as capacity
from homeward.capacity.api import UnitRow
from homeward.directory import api as directory
from homeward.grammar.api import Disposition, FrontDoor

MOST_ELSEWHERE = 5


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """What another service of beds has free, where, and how old that is."""

    title: str
    where: str
    free: int
    age_words: str


@dataclass(frozen=True, kw_only=True)
class FreeBeds:
    """The beds of one service, for one arrival: which can be taken now, how the others stand, and what else is free."""

    service_code: str
    title: str
    decision: str
    decision_code: str
    free: Sequence[UnitRow]
    count: int
    taken: int
    shut: int
    likely: Sequence[UnitRow]
    elsewhere: Sequence[Elsewhere]

    def called(self, unit: UnitRow) -> str:
        """'Bed 3', also where the ledger only numbers them."""
        return called(unit)


def taking(door: FrontDoor) -> list[Disposition]:
    """What may be decided here and takes a bed."""
    return [each for each in door.decided if each.service]


def free_beds(door: FrontDoor, *, at: datetime, arrival_id: UUID | None = None) -> list[FreeBeds]:
    """For each decision that takes a bed. A bed that is kept for this arrival counts as free for it."""
    return [_of(each, at, arrival_id) for each in taking(door)]


def called(unit: UnitRow) -> str:
    """'Bed 3', also where the ledger only numbers them."""
    return f"Bed {unit.label}" if unit.label.isdigit() else unit.label


def may_take(unit: UnitRow, arrival_id: UUID | None) -> bool:
    """Is it free, or open and kept for this arrival?"""
    kept = unit.taken in ("held", "booked") and unit.subject_id == arrival_id and unit.state == "open"
    return unit.free or (kept and arrival_id is not None)


def _of(decision: Disposition, at: datetime, arrival_id: UUID | None) -> FreeBeds:
    beds = capacity.units(at=at, service_code=decision.service)
    free = [each for each in beds if may_take(each, arrival_id)]
    return FreeBeds(
        service_code=decision.service, title=directory.service(decision.service).title, decision=decision.title,
        decision_code=decision.code, free=free, count=len(beds), taken=sum(each.taken != "free" for each in beds),
        shut=sum(each.taken == "free" and each.state != "open" for each in beds),
        likely=sorted((each for each in beds if each.expected_at), key=lambda each: each.expected_at or at)[:3],
        elsewhere=[] if free else _elsewhere(decision.service, at),
    )  # fmt: skip


def _elsewhere(service_code: str, at: datetime) -> list[Elsewhere]:
    place = directory.place()
    others = [each.code for each in place.services.values() if each.capacity_kind == "beds" and each.code != service_code]
    found = [
        Elsewhere(
            title=place.services[code].title, where=_where(each.site) or directory.team(each.team_code).name, free=each.free,
            age_words=each.age_words,
        )
        for code, lines in capacity.offers(others, at=at).items()
        for each in lines
        if each.free
    ]  # fmt: skip
    return sorted(found, key=lambda each: -each.free)[:MOST_ELSEWHERE]


def _where(site: str) -> str:
    known = directory.place().organisations.get(site)
    return known.name if known else site
