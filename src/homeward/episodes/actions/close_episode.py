"""How does an episode end? With an outcome from its service's list; open tasks stop and say why."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.models import EpisodeOfCare, StageChange, Task
from homeward.episodes.queries.happenings import happenings
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.queries.person_of import person_of_episode
from homeward.episodes.rules.stages import final_stage, move_to
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused

CONTACT = "visit.record_contact"


@action("episode.close", about=person_of_episode)
def close_episode(*, episode_id: UUID, outcome: str, by: Actor, at: datetime, words: str = "") -> Happening[UUID]:
    """Close an open episode with one of its service's outcomes; returns the referral it answered.

    When nobody was ever seen or spoken to, `words` say why. Raises Invalid, NotPermitted.
    """
    episode = EpisodeOfCare.objects.select_for_update().get(id=episode_id)
    require_theirs("close this care", team=episode.team_code, subject_id=episode.referral_id, by=by)
    if episode.closed_at is not None:
        raise Refused("This episode is already closed.", next_step="Open the need to see its outcome.")
    service = directory.service_version(episode.fingerprint)
    chosen = next((each for each in service.outcomes if each.code == outcome), None)
    if chosen is None:
        raise Invalid({"outcome": "Choose how it ended."})
    if by.kind != "system" and not words.strip() and not _was_in_contact(episode):
        raise Invalid({"words": "No contact is recorded. Say why this ends without one."})
    stage = final_stage(service, chosen)
    move = move_to(service, episode.stage, stage)
    StageChange.objects.create(
        episode=episode, person_id=episode.person_id, move_code=move.code if move else "", from_stage=episode.stage,
        to_stage=stage, at=at, actor_name=by.name,
    )  # fmt: skip
    episode.stage, episode.closed_at, episode.outcome_code, episode.outcome_words = stage, at, outcome, words
    episode.save(update_fields=["stage", "closed_at", "outcome_code", "outcome_words"])
    stopped = Task.objects.filter(episode=episode, done_at=None).update(
        done_at=at, done_by=by.name, stopped_why=f"The episode ended: {chosen.title}."
    )
    return Happening(
        result=episode.referral_id,
        subject_kind="episode",
        subject_id=episode.id,
        person_id=episode.person_id,
        facts={
            "referral_id": str(episode.referral_id),
            "service": episode.service_code,
            "outcome": outcome,
            "avoids_admission": chosen.avoids_admission,
            "at_home": chosen.at_home,
            "tasks_stopped": stopped,
        },
        teams=(episode.team_code,),
    )


def _was_in_contact(episode: EpisodeOfCare) -> bool:
    return any(told.kind == CONTACT for _, told in happenings(episode.referral_id, episode.person_id))
