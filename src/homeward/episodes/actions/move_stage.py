"""How does an episode move on? Only along a declared move, to the stage it leads to and the forms due from there."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.actions.form_tasks import ask_for_forms
from homeward.episodes.models import EpisodeOfCare, StageChange
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.queries.person_of import person_of_episode
from homeward.episodes.rules.stages import forms_due, move_to, moves_from
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused


@action("episode.stage", about=person_of_episode)
def move_stage(*, episode_id: UUID, to: str, by: Actor, at: datetime) -> Happening[str]:
    """Move an open episode to the stage `to`; returns it. Final stages are reached by closing with an outcome."""
    episode = EpisodeOfCare.objects.select_for_update().get(id=episode_id)
    require_theirs("move this care on", team=episode.team_code, subject_id=episode.referral_id, by=by)
    if episode.closed_at is not None:
        raise Refused("This episode is closed.", next_step="Reopen the need if it has come back.")
    service = directory.service_version(episode.fingerprint)
    move = move_to(service, episode.stage, to)
    titles = {stage.code: stage.title for stage in service.stages}
    if move is None or to in service.final_stages:
        ways = ", ".join(
            titles[each.to] for each in moves_from(service, episode.stage) if each.to not in service.final_stages
        )
        raise Refused(
            f"From '{titles[episode.stage]}' {service.title} does not move to '{titles.get(to, to)}'.",
            next_step=f"Choose one of: {ways}." if ways else "Close the episode with its outcome.",
        )
    if move.on and by.kind != "system":
        raise Refused(
            f"'{move.title}' happens by itself when it is recorded.", next_step="Open the visit and record it there."
        )
    before, episode.stage = episode.stage, to
    episode.save(update_fields=["stage"])
    StageChange.objects.create(
        episode=episode, person_id=episode.person_id, move_code=move.code, from_stage=before, to_stage=to, at=at,
        actor_name=by.name,
    )  # fmt: skip
    ask_for_forms(episode, forms_due(service, to), by_name=by.name, at=at)
    return Happening(
        result=to,
        subject_kind="episode",
        subject_id=episode.id,
        person_id=episode.person_id,
        facts={"referral_id": str(episode.referral_id), "move": move.code, "from": before, "to": to},
        teams=(episode.team_code,),
    )
