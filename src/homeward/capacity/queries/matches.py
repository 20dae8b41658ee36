"""Which beds are free or likely to free, and who of those that wait could have each?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.capacity.queries.units import UnitRow, units
from homeward.capacity.queries.unmet import Waiting, waiting_for_room
from homeward.capacity.rules.matching import Opening, Want, paired

AHEAD = timedelta(hours=72)
MOST_WAITING = 500


@dataclass(frozen=True, kw_only=True)
class Match:
    """One unit that is free or likely to free, and the need proposed for it (None: nobody waits for such a unit)."""

    unit: UnitRow
    need: Waiting | None


def matches(*, at: datetime, ahead: timedelta = AHEAD) -> list[Match]:
    """Units kept one by one that are free now or likely within `ahead`, soonest first, each with who could have it.

    One promised to somebody is shown without a proposal.
    """
    likely = [
        each
        for each in units(at=at, one_by_one=True)
        if each.state in ("open", "cleaning")
        and (each.taken == "free" or (each.expected_at is not None and each.expected_at <= at + ahead))
    ]
    openings = [
        Opening(
            unit_id=each.id, service_code=each.service_code, team_code=each.team_code,
            at=None if each.free else each.expected_at or at,
        )
        for each in likely
        if each.promised_to is None
    ]  # fmt: skip
    promised = {each.promised_to for each in likely if each.promised_to}
    waiting = {
        each.subject_id: each
        for each in reversed(waiting_for_room(most=MOST_WAITING))
        if each.subject_id not in promised
    }
    wants = [
        Want(subject_id=each.subject_id, service_code=each.service_code, team_code=each.team_code, since=each.since)
        for each in waiting_for_room(most=MOST_WAITING)
        if each.subject_id in waiting
    ]
    chosen = {opening.unit_id: waiting[want.subject_id] for opening, want in paired(openings, wants)}
    likely.sort(key=lambda each: (not each.free, each.expected_at or at, each.label))
    return [Match(unit=each, need=chosen.get(each.id)) for each in likely]
