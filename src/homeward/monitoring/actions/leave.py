"""How does somebody leave the virtual ward? With one of the service's outcomes; the need itself ends only if it was the ward's."""

from datetime import datetime
from uuid import UUID

from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.monitoring.actions.ending import end_one
from homeward.monitoring.actions.held import happened, held
from homeward.monitoring.queries.person_of import person_of_stay


@action("monitoring.leave", about=person_of_stay)
def leave(*, stay_id: UUID, outcome: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """End the stay and its episode; another team that has the need goes on as before. Returns the person's id."""
    stay = held(stay_id, by=by)
    if not words.strip():
        raise Invalid({"words": "Say what happens next, and whom they ring if it gets worse."})
    episodes.require_theirs("end this stay", team=stay.team_code, subject_id=stay.referral_id, by=by)
    end_one(stay, words="They have left the virtual ward.", at=at)
    assert stay.episode_id is not None  # whoever is on a ward has its care
    episodes.close_episode(episode_id=stay.episode_id, outcome=outcome, words=words.strip(), by=by, at=at)
    return happened(stay, stay.person_id, {"outcome": outcome})
