"""How do the weekly hours of one person's home care stand on the ledger of capacity: kept, booked, fewer, given back?"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import ceil
from uuid import UUID

from homeward.capacity import api as capacity
from homeward.capacity.api import Offer
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.moments import at_london
from homeward.hospital.models import HomeCare
from homeward.hospital.queries.policy import policy
from homeward.hospital.vocabulary import JOB

KEPT_FOR = timedelta(hours=24)


def lines_of(team_code: str, *, at: datetime) -> list[Offer]:
    """What this team's providers have on the ledger, most free first."""
    service = policy().home_care
    found = [each for each in capacity.offers([service], at=at).get(service, ()) if each.team_code == team_code]
    return sorted(found, key=lambda each: -(each.free or 0))


def line_for(care: HomeCare, provider: str, line_id: UUID | None, *, at: datetime) -> UUID | None:
    """The line asked for; else the provider's own; else the one that the team does not split. Invalid when it is another team's."""
    lines = lines_of(care.team_code, at=at)
    if line_id is not None:
        if line_id not in {each.line_id for each in lines}:
            raise Invalid({"line": "Choose whose hours these are from the list."})
        return line_id
    own = [each for each in lines if provider.strip().casefold() in _names(each.site)]
    undivided = [each for each in lines if not each.site]
    return next((each.line_id for each in (*own, *undivided)), None)


def keep(care: HomeCare, *, by: Actor, at: datetime) -> None:
    """Keep the hours wanted for a day on the line with most free; where none has so many, the need is counted as unmet.

    A line that nobody has reported yet is not known to be full.
    """
    lines = [each for each in lines_of(care.team_code, at=at) if each.free is not None]
    count = whole(care.hours_wanted)
    room = next((each for each in lines if (each.free or 0) >= count), None)
    kept = room is not None and _kept(care, room.line_id, count, by=by, at=at)
    if lines and not kept:
        service = directory.service(policy().home_care)
        capacity.count_unmet(
            service_code=service.code,
            team_code=care.team_code,
            need_code=service.needs_met[0],
            subject_id=care.id,
            at=at,
        )


def book(care: HomeCare, *, start_on: date, by: Actor, at: datetime) -> None:
    """Book the hours found on their line and let go what was kept elsewhere. Raises Clash or Refused when there are not so many."""
    counts = {each.line_id: 0 for each in capacity.shares(care.id, at=at)}
    if care.line_id is not None and care.hours_now is not None:
        counts[care.line_id] = whole(care.hours_now)
    for line_id, count in sorted(
        counts.items()
    ):  # always in the same order, so that two brokers never wait for each other
        _allot(care, line_id, count, start=max(at, at_london(start_on)), by=by, at=at)
    capacity.settle_unmet(subject_id=care.id, at=at)


def change(care: HomeCare, *, by: Actor, at: datetime) -> None:
    """As many as the person has from now on: fewer go back, more are booked. Raises Clash or Refused when there are not so many."""
    if care.line_id is not None and care.hours_now is not None:
        _allot(care, care.line_id, whole(care.hours_now), start=at, by=by, at=at)


def give_back(care: HomeCare, *, by: Actor, at: datetime, gone: bool = False) -> None:
    """Whatever is kept or booked for them is free again; `gone`: for nobody, until whoever has the line reports what it has."""
    for line_id in sorted({each.line_id for each in capacity.shares(care.id, at=at)}):
        _allot(care, line_id, 0, start=at, gone=gone, by=by, at=at)


def over(care: HomeCare, *, by: Actor, at: datetime) -> None:
    """Nothing is needed any more."""
    give_back(care, by=by, at=at)
    capacity.settle_unmet(subject_id=care.id, at=at)


def whole(hours: Decimal) -> int:
    """Hours stand on the ledger whole: a part of one takes all of it, so that it is never promised to two."""
    return ceil(hours)


def _kept(care: HomeCare, line_id: UUID, count: int, *, by: Actor, at: datetime) -> bool:
    try:
        start = max(at, at_london(care.start_on))
        _allot(care, line_id, count, start=start, expires_at=at + KEPT_FOR, by=by, at=at)
    except Refused:
        return False  # somebody took them between our look and our turn: the request is made all the same
    return True


def _allot(
    care: HomeCare, line_id: UUID, count: int, *, start: datetime, by: Actor, at: datetime,
    expires_at: datetime | None = None, gone: bool = False,
) -> None:  # fmt: skip
    house = replace(by, kind="system", role=JOB, teams=(), purpose="booking the hours of home care")
    capacity.allot(
        line_id=line_id, count=count, subject_id=care.id, subject_kind="home_care", start=start, expires_at=expires_at,
        gone=gone, by=house, at=at,
    )  # fmt: skip


def _names(site: str) -> set[str]:
    known = directory.place().organisations.get(site)
    return {each.casefold() for each in (site, known.name if known else "") if each}
