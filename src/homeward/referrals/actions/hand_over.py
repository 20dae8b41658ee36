"""What if a hub closes while needs wait there? The hub on duty has them, from that minute; their clocks run on."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.referrals.actions import moving
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import Notice, ServiceRequest
from homeward.referrals.queries.handing_over import hand_over_of
from homeward.referrals.queries.whose import person_of_referral

NOTICE = "handed_over"


@action("referral.hand_over", about=person_of_referral)
def hand_over(
    *, referral_id: UUID, by: Actor, at: datetime, expected_version: int | None = None
) -> Happening[ServiceRequest]:
    """Give it to the hub on duty. What the hub owned, that one owns; what a team has, stays there and that one stands behind it.

    Raises Refused when the hub that has it is the right one, Clash when somebody moved first.
    """
    referral = moving.held("hand_over", referral_id=referral_id, expected_version=expected_version, by=by)
    found = hand_over_of(referral, at=at)
    if found is None:
        raise Refused("The hub on duty has it already.")
    former, owned = referral.hub_team_id, referral.owner_team_id == referral.hub_team_id
    # Only the last of these is news: a need that waits for days changes hands twice a day.
    Notice.objects.filter(referral=referral, kind=NOTICE, seen_at=None).update(seen_at=at, seen_by=by.name)
    tell(referral, (former, found.to_hub), kind=NOTICE, words=found.words, at=at)
    step = moving.Step(
        kind="hand_over",
        changes={"hub_team_id": found.to_hub} | ({"owner_team_id": found.to_hub, "owner_user": None} if owned else {}),
        words=found.words,
        teams=(former,),
        keeps=(former,) if owned else (),  # whoever is in the middle of a move is told who has it, not shut out
    )
    return moving.make(referral, step, by=by, at=at)
