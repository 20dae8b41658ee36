"""What happens when a team says yes? It owns the need, an episode opens with its first tasks, the clocks run on."""

from datetime import datetime
from uuid import UUID

from homeward.episodes.api import clocks_of, clocks_that_apply, open_episode
from homeward.foundation.actions import Actor, Happening, action, all_or_nothing
from homeward.referrals.actions import moving
from homeward.referrals.actions.on_behalf import on_behalf_of
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral


@action("referral.accept", about=person_of_referral)
def accept(*, referral_id: UUID, by: Actor, at: datetime, expected_version: int) -> Happening[ServiceRequest]:
    """Accept a need that was placed with one of the actor's teams."""
    referral = moving.held("accept", referral_id=referral_id, expected_version=expected_version, by=by)
    service, team = referral.service_code or "", referral.owner_team_id
    episode_id = begin_care(referral, service_code=service, team_code=team, by=by, at=at)
    step = moving.Step(
        kind="accept",
        changes={"state": "accepted", "owner_user": by.user_id, "episode_id": episode_id},
        facts={"episode": str(episode_id)},
    )
    return moving.make(referral, step, by=by, at=at)


def begin_care(referral: ServiceRequest, *, service_code: str, team_code: str, by: Actor, at: datetime) -> UUID:
    """Open an episode of the service with its team; its first visit is due when the need's first clock is."""
    live = clocks_of([referral.id], at, live_only=True).get(referral.id, [])
    with all_or_nothing():
        return open_episode(
            person_id=referral.person_id,
            referral_id=referral.id,
            service_code=service_code,
            team_code=team_code,
            due_at=next((view.due_at for view in live if view.due_at), None),
            clocks=clocks_that_apply(service=service_code, facts=moving.facts_about(referral)),
            by=on_behalf_of(by),
            at=at,
        )
