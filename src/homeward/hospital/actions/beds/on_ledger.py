"""How does a recovery bed stand on the ledger of capacity: taken when they came, likely to free, free once they have left?

Only where its team keeps that site's beds one by one; a site that only counts them has no bed to be in.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from homeward.capacity import api as capacity
from homeward.capacity.api import UnitRow
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.moments import at_london
from homeward.hospital.models import BedStay
from homeward.hospital.queries.bed_sites import names_of
from homeward.hospital.vocabulary import JOB

SAID = 5  # free beds named to whoever typed one that is not there
NOON = 12


def take(row: BedStay, *, by: Actor, at: datetime) -> None:
    """They are in this bed from when they came. Raises Invalid where the site has no bed so called, Clash where somebody is in it."""
    beds = _beds_of(row, at)
    if not beds:
        return
    chosen = next((each for each in beds if _called(each.label) == _called(row.bed)), None)
    if chosen is None:
        raise Invalid(
            {"bed": f"{'There is no such bed here' if row.bed else 'Enter which bed it is'}. {_free_ones(beds)}"}
        )
    if chosen.taken in ("occupied", "booked", "held"):
        raise Clash(
            f"{chosen.label} is taken. {_free_ones(beds)}", who="A colleague", when=chosen.taken_since or at,
            next_step="Choose another bed, or say on the capacity page that whoever was in it has left.",
        )  # fmt: skip
    row.bed = chosen.label
    row.save(update_fields=["bed"])
    capacity.occupy(
        unit_id=chosen.id, stay_id=row.id, start=row.came_at, until=_noon(row.expected_on), by=_house(by), at=at
    )


def expect(row: BedStay, *, by: Actor, at: datetime) -> None:
    """The bed is likely to free on the day they are expected to leave; that frees nothing."""
    bed, moment = _theirs(row, at), _noon(row.expected_on)
    if bed is not None and moment is not None:
        capacity.likely_free(unit_id=bed.id, expected_at=moment, by=_house(by), at=at)


def leave(row: BedStay, *, left_at: datetime, by: Actor, at: datetime) -> None:
    """They have left it: it is cleaned, and can be taken once its team says that it is ready."""
    bed = _theirs(row, at)
    if bed is not None:
        capacity.leave(booking_id=bed.booking_id, left_at=left_at, cleaning=True, by=_house(by), at=at)


def _beds_of(row: BedStay, at: datetime) -> Sequence[UnitRow]:
    site = directory.place().recovery_beds[row.site_code]
    names = names_of(site)
    kept = capacity.units(at=at, team_code=row.team_code, one_by_one=True)
    return [each for each in kept if each.site.casefold() in names]


def _theirs(row: BedStay, at: datetime) -> UnitRow | None:
    return next((each for each in _beds_of(row, at) if each.taken == "occupied" and each.subject_id == row.id), None)


def _called(label: str) -> str:
    """'Bed 7', 'bed 07' and '7' are one bed."""
    words = label.casefold().removeprefix("bed").strip()
    return words.lstrip("0") or words


def _free_ones(beds: Sequence[UnitRow]) -> str:
    free = [each.label for each in beds if each.free]
    more = f" and {len(free) - SAID} more" if len(free) > SAID else ""
    return f"Free now: {', '.join(free[:SAID])}{more}." if free else "None is free now."


def _noon(day: date | None) -> datetime | None:
    return at_london(day, NOON) if day else None


def _house(by: Actor) -> Actor:
    return replace(by, kind="system", role=JOB, teams=(), purpose="keeping recovery beds on the ledger")
