"""Who holds this care by name? A keyworker is named, changed or taken away, by the team or the hub of the need."""

from datetime import datetime
from uuid import UUID

from homeward.episodes.models import EpisodeOfCare
from homeward.episodes.queries.keyworkers import colleagues_of
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.queries.person_of import person_of_episode
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, Refused
from homeward.foundation.moments import clock_face, london


@action("episode.keyworker", about=person_of_episode)
def set_keyworker(
    *, episode_id: UUID, user_id: UUID | None, by: Actor, at: datetime, expected_version: int | None = None
) -> Happening[str]:
    """Name a colleague of the episode's team as its keyworker, or nobody; returns their name, empty for nobody.

    `expected_version` is the one that the asker saw. Raises Clash when somebody changed it since, Invalid when they are not
    of the team, Refused when the care has ended or nothing would change, NotPermitted.
    """
    episode = EpisodeOfCare.objects.select_for_update().get(id=episode_id)
    require_theirs("name the keyworker", team=episode.team_code, subject_id=episode.referral_id, by=by)
    if expected_version is not None and expected_version != episode.keyworker_version:
        raise _clash(episode)
    if episode.closed_at is not None:
        raise Refused("This care has ended, and keeps the keyworker it had.", next_step="Reopen the need if it has come back.")
    if user_id == episode.keyworker_user:
        words = f"{episode.keyworker_name} is the keyworker already." if user_id else "There is no keyworker to take away."
        raise Refused(words, next_step="Choose somebody else, or leave it as it is.", field="to")
    name = _name_in(episode.team_code, user_id, at) if user_id else ""
    former = episode.keyworker_user
    episode.keyworker_user, episode.keyworker_name, episode.keyworker_since = user_id, name, at
    episode.keyworker_by, episode.keyworker_version = by.name, episode.keyworker_version + 1
    episode.save(
        update_fields=["keyworker_user", "keyworker_name", "keyworker_since", "keyworker_by", "keyworker_version"]
    )
    return Happening(
        result=name, subject_kind="episode", subject_id=episode.id, person_id=episode.person_id,
        facts={
            "referral_id": str(episode.referral_id), "service": episode.service_code, "version": episode.keyworker_version,
            "from_user": str(former) if former else None, "to_user": str(user_id) if user_id else None,
        },
        teams=(episode.team_code,),
    )  # fmt: skip


def _name_in(team: str, user_id: UUID, at: datetime) -> str:
    name = colleagues_of(team, at=at).get(user_id)
    if not name:
        raise Invalid({"to": "Choose somebody who works in this team now."})
    return name


def _clash(episode: EpisodeOfCare) -> Clash:
    when = london(episode.keyworker_since or episode.opened_at)
    said = f"named {episode.keyworker_name} as keyworker" if episode.keyworker_user else "took the keyworker away"
    return Clash(
        f"{episode.keyworker_by} {said} at {clock_face(when)} on {when.day} {when:%B}.",
        who=episode.keyworker_by, when=when, next_step="Look at who it is now before you decide.",
    )  # fmt: skip
