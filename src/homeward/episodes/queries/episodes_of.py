"""Which episodes belong to these needs, or to this person, and where does each stand?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.models import EpisodeOfCare, StageChange
from homeward.episodes.rules.stages import moves_from
from homeward.foundation.asked import Asked
from homeward.grammar.api import Move, Outcome, Service, Setting


@dataclass(frozen=True, kw_only=True)
class EpisodeView:
    """One episode, in the words of the declaration it began under. `moves` are the steps open to it now.

    `by_hand` are those of them that no event takes by itself; `setting` is where the service helps.
    """

    id: UUID
    person_id: UUID
    referral_id: UUID
    service_code: str
    service_title: str
    team_code: str
    stage: str
    stage_title: str
    stage_plain_words: str
    opened_at: datetime
    closed_at: datetime | None
    outcome_code: str | None
    outcome_title: str
    outcome_words: str
    moves: tuple[Move, ...]
    outcomes: tuple[Outcome, ...]
    stage_titles: dict[str, str]
    setting: Setting
    keyworker_user: UUID | None = None
    keyworker_name: str = ""
    keyworker_since: datetime | None = None
    keyworker_version: int = 0

    @property
    def by_hand(self) -> tuple[Move, ...]:
        return tuple(move for move in self.moves if not move.on)


def episodes_of(referral_ids: Iterable[UUID]) -> dict[UUID, list[EpisodeView]]:
    """The episodes of each need, oldest first; one query."""
    found: dict[UUID, list[EpisodeView]] = defaultdict(list)
    for row in EpisodeOfCare.objects.filter(referral_id__in=list(referral_ids)).order_by("opened_at"):
        found[row.referral_id].append(view_of(row))
    return dict(found)


def episode(episode_id: UUID) -> EpisodeView | None:
    """One episode, if the open gate shows it."""
    row = EpisodeOfCare.objects.filter(id=episode_id).first()
    return view_of(row) if row else None


_OPEN = Asked(lambda person_id: EpisodeOfCare.objects.filter(person_id=person_id, closed_at=None).order_by("opened_at"))


def open_episodes_of_person(person_id: UUID) -> list[EpisodeView]:
    """Who looks after the person now: 'already known to' when placing a new need."""
    return [view_of(row) for row in _OPEN(person_id)]


@dataclass(frozen=True, kw_only=True)
class StageReached:
    """One step of an episode: which stage, when, and who took it there; `written_at` when that was told only later."""

    title: str
    at: datetime
    who: str
    written_at: datetime | None = None


def stages_of(episode: EpisodeView) -> list[StageReached]:
    """How an episode came to its stage, oldest first."""
    rows = StageChange.objects.filter(episode=episode.id).order_by("at", "id")
    titles = episode.stage_titles
    return [StageReached(title=titles.get(row.to_stage, row.to_stage), at=row.at, who=row.actor_name) for row in rows]


def view_of(row: EpisodeOfCare) -> EpisodeView:
    """A row in words."""
    service: Service = directory.service_version(row.fingerprint)
    stage = next((each for each in service.stages if each.code == row.stage), None)
    outcome = next((each.title for each in service.outcomes if each.code == row.outcome_code), "")
    final = service.final_stages
    return EpisodeView(
        id=row.id, person_id=row.person_id, referral_id=row.referral_id, service_code=row.service_code,
        service_title=service.title, team_code=row.team_code, stage=row.stage,
        stage_title=stage.title if stage else row.stage, stage_plain_words=stage.plain_words if stage else "",
        opened_at=row.opened_at, closed_at=row.closed_at, outcome_code=row.outcome_code, outcome_title=outcome,
        outcome_words=row.outcome_words, outcomes=service.outcomes,
        stage_titles={each.code: each.title for each in service.stages}, setting=service.setting,
        keyworker_user=row.keyworker_user, keyworker_name=row.keyworker_name, keyworker_since=row.keyworker_since,
        keyworker_version=row.keyworker_version,
        moves=tuple(move for move in moves_from(service, row.stage) if move.to not in final),
    )  # fmt: skip
