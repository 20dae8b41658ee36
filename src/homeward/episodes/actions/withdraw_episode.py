"""What if an episode should not go on, though its service gave no outcome: handed back, withdrawn, undone, a death?"""

from datetime import datetime
from uuid import UUID

from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.queries.person_of import person_of_episode
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused

WITHDRAWN = "withdrawn"


@action("episode.close", about=person_of_episode)
def withdraw_episode(*, episode_id: UUID, why: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Close an open episode where it stands, saying why; its open tasks stop. Returns the referral it answered."""
    episode = EpisodeOfCare.objects.select_for_update().get(id=episode_id)
    require_theirs("end this care", team=episode.team_code, subject_id=episode.referral_id, by=by)
    if episode.closed_at is not None:
        raise Refused("This episode is already closed.", next_step="Open the need to see its outcome.")
    episode.closed_at, episode.outcome_code, episode.outcome_words = at, WITHDRAWN, why
    episode.save(update_fields=["closed_at", "outcome_code", "outcome_words"])
    stopped = Task.objects.filter(episode=episode, done_at=None).update(done_at=at, done_by=by.name, stopped_why=why)
    return Happening(
        result=episode.referral_id,
        subject_kind="episode",
        subject_id=episode.id,
        person_id=episode.person_id,
        facts={
            "referral_id": str(episode.referral_id),
            "service": episode.service_code,
            "outcome": WITHDRAWN,
            "why": why,
            "tasks_stopped": stopped,
        },
        teams=(episode.team_code,),
    )
