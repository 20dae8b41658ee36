"""What is happening for one person: who helps with what, who is coming, who came, and where is each request?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.referrals import api as referrals
from homeward.referrals.api import TrackView
from homeward.visits import api as visits
from homeward.visits.api import VisitView
from homeward.web.me.whose import Whose

LAST = datetime.max.replace(tzinfo=UTC)
MOST = 100  # requests of one person that are looked through
SHOWN = 3  # open requests on the first page


@dataclass(frozen=True, kw_only=True)
class Helper:
    """A team that looks after the person now, what each of its services is for, the need to write to it about, and the keyworkers by name."""

    code: str
    name: str
    telephone: str
    does: tuple[tuple[str, str], ...]
    about: UUID
    keyworkers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mine:
    """One person's care as they are told it. `coming` soonest first, `been` newest first; `hub` is the name and number of the hub
    that a team without a number is reached through.
    """

    person_id: UUID
    open: Sequence[TrackView]
    ended: Sequence[TrackView]
    coming: Sequence[VisitView]
    been: Sequence[VisitView]
    helpers: Sequence[Helper]
    hub: tuple[str, str]

    @property
    def first(self) -> Sequence[TrackView]:
        """The few open requests that the first page tells: those with a question for them, then the newest."""
        return sorted(self.open, key=lambda view: not view.question)[:SHOWN]

    @property
    def keyworkers(self) -> list[tuple[str, str]]:
        """Who holds their care by name, each with the team."""
        return [(name, each.name) for each in self.helpers for name in each.keyworkers]

    @property
    def numberless(self) -> list[str]:
        """Teams that give no number of their own: their hub is rung instead."""
        return [each.name for each in self.helpers if not each.telephone]

    @property
    def next(self) -> VisitView | None:
        """The next visit that is planned."""
        return self.coming[0] if self.coming else None

    def helper(self, code: str) -> Helper | None:
        """The team of that code, when it looks after them."""
        return next((each for each in self.helpers if each.code == code), None)


def mine(who: Whose, *, by: Actor, at: datetime) -> Mine:
    """One opening of the gate. Raises NotPermitted."""
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        rows = referrals.sent(by=by, at=at, page_size=MOST).rows
        followed = [referrals.track(row.id, by=by, at=at) for row in rows]
        gone = sorted(visits.visits_of([row.id for row in rows]), key=_when)
        running = episodes.open_episodes_of_person(who.person_id)
    hubs = [(row.owner_team, row.id) for row in rows if row.open]
    return Mine(
        person_id=who.person_id,
        open=[view for view in followed if not view.ended],
        ended=[view for view in followed if view.ended],
        coming=[visit for visit in gone if visit.open],
        been=[visit for visit in reversed(gone) if not visit.open],
        helpers=_helpers(running, hubs, at),
        hub=_hub([row.hub_team for row in rows]),
    )


def _hub(codes: Sequence[str]) -> tuple[str, str]:
    """The newest request's hub that gives a number; empty when none does."""
    teams = directory.place().teams
    return next(
        ((teams[code].name, teams[code].telephone or "") for code in codes if code in teams and teams[code].telephone),
        ("", ""),
    )


def _when(visit: VisitView) -> datetime:
    """Visits to be made as soon as somebody can go come before those with a time later on."""
    return visit.contact_at or visit.planned_at or visit.due_at or visit.recorded_at or LAST


def _helpers(running: Sequence[episodes.EpisodeView], owners: Sequence[tuple[str, UUID]], at: datetime) -> list[Helper]:
    """Teams with care that goes on, then those that have an open request."""
    place = directory.place()
    left = episodes.who_left(running, at=at)
    found: dict[str, Helper] = {}
    for code, about in [(each.team_code, each.referral_id) for each in running] + list(owners):
        team = place.teams.get(code)
        if code in found or team is None:
            continue
        services = {each.service_code for each in running if each.team_code == code} or {
            service.code for service in place.services.values() if service.hub and any(one.team == code for one in service.providers)
        }  # fmt: skip
        does = tuple(
            (place.services[each].title, place.services[each].plain_words)
            for each in sorted(services)
            if each in place.services
        )
        kept = (each for each in running if each.team_code == code and each.keyworker_name and each.id not in left)
        named = tuple(dict.fromkeys(each.keyworker_name for each in kept))
        found[code] = Helper(code=code, name=team.name, telephone=team.telephone or "", does=does, about=about, keyworkers=named)
    return list(found.values())
