"""How does a need stay in line with its parts? While one is open the wait is the part's; when the last ends and nobody
has seen the person, it is the whole's again, counted from its first moment."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.referrals.actions import moving
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.whose import person_of_referral

UNSEEN = "Every part of this need has ended and nobody has seen the person. It waits with you again."
PART_OPEN = "A part of this need is open again. Its wait is counted there."


@action("referral.follow_parts", about=person_of_referral)
def follow_parts(
    *, referral_id: UUID, clocks: Sequence[str], waits: bool, by: Actor, at: datetime
) -> Happening[ServiceRequest]:
    """With `waits` these clocks count on the whole again; without, no more. Its owner is told when it waits."""
    referral = moving.held("follow_parts", referral_id=referral_id, expected_version=None, by=by)
    if waits:
        tell(referral, (referral.owner_team_id, referral.hub_team_id), kind="parts_ended", words=UNSEEN, at=at)
    step = moving.Step(
        kind="follow_parts",
        words=UNSEEN if waits else PART_OPEN,
        facts={"clocks" if waits else "clocks_ended": list(clocks)},
    )
    return moving.make(referral, step, by=by, at=at)
