"""How does the care under one need stand: its stages, its visits past and planned, what is still to do, and who gives it?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.visits.queries.visits_of import VisitView, visits_of

AT_ONCE = timedelta(minutes=5)  # written down within so long, the one moment tells both


@dataclass(frozen=True, kw_only=True)
class Care:
    """The care that a need was given. `episode` is the one that is open, else the last.

    `theirs`: the actor's team gives it, or is the need's hub. `planned` are visits to come, `past` those that were
    made, missed or stopped, the latest first. `forms_left` are asked for and not filled in.
    """

    banner: people.Banner
    need: referrals.Detail
    episode: episodes.EpisodeView
    team_name: str
    stages: Sequence[episodes.StageReached]
    earlier: Sequence[episodes.EpisodeView]
    planned: Sequence[VisitView]
    past: Sequence[VisitView]
    theirs: bool
    forms_left: Sequence[episodes.FormLeft]

    @property
    def open(self) -> bool:
        return self.episode.closed_at is None

    @property
    def in_contact(self) -> bool:
        """Was anybody seen or spoken to?"""
        return any(visit.contact_at is not None for visit in self.past)

    @property
    def tasks(self) -> list[episodes.TaskRow]:
        """What is still to do."""
        return [task for task in self.need.tasks if task.done_at is None]

    @property
    def clocks(self) -> list[episodes.ClockView]:
        """The waits that still run."""
        return [clock for clock in self.need.clocks if clock.live and clock.started_at is not None]


def care(referral_id: UUID, *, by: Actor, at: datetime) -> Care:
    """The care under a need. Opens the person's record once. Raises NotFound when no care has begun, NotPermitted."""
    person_id = referrals.person_of(referral_id)
    with gate.person(person_id, by=by, at=at, why="care"):
        need = referrals.detail(referral_id, by=by, at=at)
        if not need.episodes:
            raise NotFound("No team has begun to help with this need.", next_step="Open the need to see who has it.")
        episode = next((each for each in need.episodes if each.closed_at is None), need.episodes[-1])
        visits = visits_of([referral_id])
        team = directory.place().teams.get(episode.team_code)
        return Care(
            banner=people.banner(person_id, by, at), need=need, episode=episode,
            team_name=team.name if team else episode.team_code, stages=_stages(episode, visits),
            earlier=[each for each in need.episodes if each.id != episode.id],
            planned=sorted((each for each in visits if each.open), key=_when),
            past=[each for each in reversed(visits) if not each.open],
            theirs=episodes.is_theirs(team=episode.team_code, subject_id=referral_id, by=by),
            forms_left=episodes.forms_left(episode.id, by=by),
        )  # fmt: skip


def _stages(episode: episodes.EpisodeView, visits: Sequence[VisitView]) -> list[episodes.StageReached]:
    """The steps, oldest first. One that a visit took is told with the moment of the contact, and by whoever made it."""
    told = {each.recorded_at: each for each in visits if each.contact_at and each.recorded_at}
    return [_as_it_was(each, told.get(each.at)) for each in episodes.stages_of(episode)]


def _as_it_was(step: episodes.StageReached, visit: VisitView | None) -> episodes.StageReached:
    if visit is None or visit.contact_at is None:
        return step
    written = visit.written_at or step.at
    later = written - visit.contact_at > AT_ONCE
    return replace(step, at=visit.contact_at, who=visit.practitioner or step.who, written_at=written if later else None)


def _when(visit: VisitView) -> float:
    """Those for as soon as somebody can go come first."""
    moment = visit.planned_at or visit.due_at
    return moment.timestamp() if moment else 0.0
