"""How is a recovery bed kept on the ledger for somebody who is still in hospital: held for a day, booked, given back?

For as long as it is kept, the team of the bed may open the record, so that it can say whether they can come.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import relationships
from homeward.capacity import api as capacity
from homeward.capacity.api import Kept
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.grammar.api import RecoveryBeds
from homeward.hospital.models import Stay
from homeward.hospital.queries.bed_sites import lines_of
from homeward.hospital.queries.policy import policy
from homeward.hospital.vocabulary import JOB

KEPT_FOR = timedelta(hours=24)  # so long the team of the beds has to say yes
STAY = timedelta(days=365)  # so long at most; it is theirs until they have left


def keep(stay: Stay, site: RecoveryBeds, *, by: Actor, at: datetime) -> bool | None:
    """Hold a free bed of the site for a day, in place of what was kept before. False: none is free, and the need counts as unmet.

    None: nobody has said what beds there are, so nothing is known to be full.
    """
    give_back(stay.id, by=by, at=at)
    lines = [each for each in lines_of(site, at=at) if each.free is not None]
    for each in lines:
        if each.free and _held(stay, site, each.line_id, by=by, at=at):
            capacity.settle_unmet(subject_id=stay.id, at=at)
            return True
    if not lines:
        return None
    count(stay.id, site.team, at=at)
    return False


def count(stay_id: UUID, team_code: str, *, at: datetime) -> None:
    """The need of a bed found none: it stays open with its owner, and is counted beside supply."""
    service = directory.service(policy().recovery)
    capacity.count_unmet(
        service_code=service.code, team_code=team_code, need_code=service.needs_met[0], subject_id=stay_id,
        subject_kind="stay", at=at,
    )  # fmt: skip


def book(stay: Stay, kept: Kept, *, by: Actor, at: datetime) -> None:
    """What is held is booked. Raises Refused where it was closed meanwhile, Clash where somebody else has it."""
    booking = capacity.book(
        line_id=kept.line_id, unit_id=kept.unit_id, start=at, end=at + STAY, subject_id=stay.id, subject_kind="stay",
        by=_house(by), at=at,
    )  # fmt: skip
    relationships.end(kept.booking_id, at=at)
    relationships.grant(stay.person_id, kept.team_code, kind="stay", source_id=booking, at=at)
    capacity.settle_unmet(subject_id=stay.id, at=at)


def give_back(stay_id: UUID, *, by: Actor, at: datetime, why: str = "") -> list[Kept]:
    """Whatever is kept for the stay is free again; returns what that was."""
    mine = [each for each in capacity.kept_for(stay_id, at=at) if each.ended_at is None]
    for each in mine:
        capacity.release(booking_id=each.booking_id, why=why, by=_house(by), at=at)
        relationships.end(each.booking_id, at=at)
    return mine


def over(stay_id: UUID, *, by: Actor, at: datetime, why: str) -> None:
    """No bed is needed any more."""
    give_back(stay_id, by=by, at=at, why=why)
    capacity.settle_unmet(subject_id=stay_id, at=at)


def _held(stay: Stay, site: RecoveryBeds, line_id: UUID, *, by: Actor, at: datetime) -> bool:
    try:
        booking = capacity.hold(
            line_id=line_id, start=at, end=at + STAY, subject_id=stay.id, subject_kind="stay", expires_at=at + KEPT_FOR,
            by=_house(by), at=at,
        )  # fmt: skip
    except Refused:
        return False  # somebody took the last between our look and our turn
    relationships.grant(stay.person_id, site.team, kind="stay", source_id=booking, at=at)
    return True


def _house(by: Actor) -> Actor:
    return replace(by, kind="system", role=JOB, teams=(), purpose="keeping a recovery bed for somebody in hospital")
