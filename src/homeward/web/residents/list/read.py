"""What goes on for each of the people whom these teams look after? A page of them, each question asked once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.episodes.api import ClockView
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.hospital import api as hospital
from homeward.hospital.api import StayView
from homeward.people import api as people
from homeward.people.api import LookedAfter
from homeward.referrals import api as referrals
from homeward.referrals.api import OpenNeed
from homeward.visits import api as visits
from homeward.visits.api import VisitView

PAGE = 30
BACK_FOR = timedelta(days=7)
DAYS_AHEAD = 7


@dataclass(frozen=True, kw_only=True)
class Resident:
    """One person. `stay`: the hospital stay they are in, or came back from within a week; `needs` with the clock that runs out first."""

    who: LookedAfter
    stay: StayView | None
    needs: Sequence[tuple[OpenNeed, ClockView | None]]
    today: Sequence[VisitView]
    later: Sequence[VisitView]

    @property
    def in_hospital(self) -> bool:
        return self.stay is not None and self.stay.open

    @property
    def late(self) -> bool:
        return any(clock is not None and clock.breached for _, clock in self.needs)


@dataclass(frozen=True, kw_only=True)
class Residents:
    """One page of them, by name; those who died stand last."""

    rows: Sequence[Resident]
    total: int
    page: int
    pages: int


def read(*, by: Actor, at: datetime, page: int) -> Residents:
    """Nobody is here whom the gate does not open to the actor's teams. A page past the last one is the first."""
    today = london_day(at)
    midnight, until = at_london(today + timedelta(days=1)), at_london(today + timedelta(days=1 + DAYS_AHEAD))
    with access.gate.worklist(by=by, at=at, what="my residents"):
        found, total = people.looked_after(by.teams, page=page, size=PAGE)
        if page > 1 and not found:
            page, (found, total) = 1, people.looked_after(by.teams, page=1, size=PAGE)
        alive = [each.person_id for each in found if each.died_at is None]
        stays = hospital.lately_in(alive, since=at - BACK_FOR, at=at)
        needs = referrals.open_needs_of(alive, at=at)
        clocks = episodes.clocks_of([need.id for theirs in needs.values() for need in theirs], at, live_only=True)
        coming = visits.coming_to(alive, until=until)
    rows = [
        Resident(
            who=each,
            stay=stays.get(each.person_id),
            needs=[(need, next(iter(clocks.get(need.id, ())), None)) for need in needs.get(each.person_id, ())],
            today=[visit for visit in coming.get(each.person_id, ()) if visit.planned_at and visit.planned_at < midnight],
            later=[visit for visit in coming.get(each.person_id, ()) if visit.planned_at and visit.planned_at >= midnight],
        )
        for each in found
    ]
    return Residents(rows=rows, total=total, page=page, pages=max(1, -(-total // PAGE)))
