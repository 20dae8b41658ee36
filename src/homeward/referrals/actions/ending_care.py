"""What becomes of the care that began, when the need leaves the team that accepted it?"""

from datetime import datetime

from homeward.episodes.api import episode, withdraw_episode
from homeward.foundation.actions import Actor
from homeward.referrals.actions.on_behalf import on_behalf_of
from homeward.referrals.models import ServiceRequest


def end_care(referral: ServiceRequest, *, why: str, by: Actor, at: datetime) -> None:
    """Close the referral's episode where it stands, if one is open; its tasks stop and say why."""
    if referral.episode_id is None:
        return
    current = episode(referral.episode_id)
    if current is not None and current.closed_at is None:
        withdraw_episode(episode_id=current.id, why=why, by=on_behalf_of(by), at=at)
