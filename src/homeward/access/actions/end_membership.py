"""How does an account lose a role?"""

from datetime import datetime
from uuid import UUID

from homeward.access.models import Membership
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("user.end_membership")
def end_membership(*, membership_id: UUID, by: Actor, at: datetime) -> Happening[Membership]:
    """The role ends now; from the next page on, its holder no longer acts in it."""
    member = Membership.objects.select_for_update().filter(pk=membership_id, ended_at__isnull=True).first()
    if member is None:
        raise NotFound(
            "That role has ended already.",
            next_step="Choose a role from the account's page.",
        )
    member.ended_at = at
    member.save()
    return Happening(
        result=member,
        subject_kind="user",
        subject_id=member.user_id,
        person_id=None,
        facts={"organisation": member.organisation_code, "role": member.role_code},
    )
