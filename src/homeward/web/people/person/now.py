"""What is happening for this person now: open needs with their clocks, who looks after them, what is to be done, who comes?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.episodes import api as episodes
from homeward.episodes.api import ClockView, EpisodeView, TaskRow
from homeward.referrals import api as referrals
from homeward.referrals.api import OpenNeed
from homeward.visits import api as visits
from homeward.visits.api import VisitView


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One open need and the clock that runs out first on it."""

    need: OpenNeed
    clock: ClockView | None
    stage: str


@dataclass(frozen=True, kw_only=True)
class Now:
    """Everything that goes on. Each list is bounded; `lately` are the newest contacts, for names; `left` the
    episodes whose keyworker no longer works in their team.
    """

    waits: Sequence[Wait]
    episodes: Sequence[EpisodeView]
    tasks: Sequence[TaskRow]
    coming: Sequence[VisitView]
    lately: Sequence[VisitView]
    left: Collection[UUID] = ()

    @property
    def quiet(self) -> bool:
        """Does nothing go on?"""
        return not (self.waits or self.episodes or self.tasks or self.coming)


def now(person_id: UUID, *, at: datetime) -> Now:
    """Five questions, each through an index on the person and each bounded. Inside the person's open gate."""
    clocks: dict[UUID, ClockView] = {}
    for each in episodes.clocks_of_person(person_id, at):
        clocks.setdefault(each.subject_id, each)
    looked_after = episodes.open_episodes_of_person(person_id)
    stages = {each.referral_id: each.stage_title for each in looked_after}
    seen = visits.visits_of_person(person_id)
    return Now(
        waits=[
            Wait(need=need, clock=clocks.get(need.id), stage=stages.get(need.id, ""))
            for need in referrals.open_needs(person_id, at=at)
        ],
        episodes=looked_after,
        tasks=episodes.tasks_of_person(person_id, at=at),
        coming=seen.coming,
        lately=seen.lately,
        left=episodes.who_left(looked_after, at=at),
    )
