"""Which needs wait at a hub that is not on duty any more? Asked every minute by the house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.directory import api as directory
from homeward.referrals.models import ServiceRequest
from homeward.referrals.rules.handing_over import HandOver, hand_over_from

# Since when the present hub has had it: the first move after the last one that left it with another.
_SINCE = """
(select min(m.at) from referrals_move m where m.referral_id = r.id and m.version > coalesce(
    (select max(b.version) from referrals_move b where b.referral_id = r.id and b.hub_team <> r.hub_team), 0))
"""
# Those nobody has accepted; and those in care that a hub was given for the night.
_WAITING = f"""
select r.id, r.version, r.hub_team, r.area_codes, r.need_code, r.state in ('accepted', 'in_contact'), {_SINCE}
from referrals_servicerequest r
where r.ended_at is null and (
    r.state in ('received', 'triaged', 'placed') or exists (
        select from referrals_move m where m.referral_id = r.id and m.kind = 'hand_over' and m.hub_team = r.hub_team))
order by r.received_at, r.id
"""
_SINCE_OF = f"select {_SINCE} from referrals_servicerequest r where r.id = %s"


@dataclass(frozen=True, kw_only=True)
class HandOverDue:
    """One need to hand over, if it still stands at this version."""

    referral_id: UUID
    version: int


def hand_overs_due(at: datetime) -> list[HandOverDue]:
    """Oldest first. Care that goes on keeps its hub when that closes, unless a wait runs out; it is only given back."""
    with connection.cursor() as cursor:
        cursor.execute(_WAITING)
        rows = cursor.fetchall()
    due = []
    for id, version, hub, areas, need, in_care, since in rows:
        found = _found(hub, since=since, areas=areas, need=need, at=at)
        if found is not None and not (in_care and found.shut):
            due.append(HandOverDue(referral_id=id, version=version))
    return due


def hand_over_of(referral: ServiceRequest, *, at: datetime) -> HandOver | None:
    """To which hub one need goes now, inside an open gate; None when it stays."""
    with connection.cursor() as cursor:
        cursor.execute(_SINCE_OF, [referral.id])
        since = cursor.fetchone()[0]
    return _found(referral.hub_team_id, since=since, areas=referral.area_codes, need=referral.need_code, at=at)


def _found(hub: str, *, since: datetime, areas: Sequence[str], need: str, at: datetime) -> HandOver | None:
    duty = directory.intake(areas=areas, need=need, at=at).team
    if duty == hub:
        return None
    then = directory.intake(areas=areas, need=need, at=since).team
    return hand_over_from(hub, place=directory.place(), duty=duty, duty_then=then, at=at)
