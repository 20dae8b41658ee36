"""How is an account closed?"""

from datetime import datetime
from uuid import UUID

from homeward.access.models import Membership, User
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound, Refused


@action("user.close")
def close_user(*, user_id: UUID, by: Actor, at: datetime) -> Happening[User]:
    """The account can no longer sign in, and every session and role of it ends. Its past stays."""
    user = User.objects.select_for_update().filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound(
            "There is no open account with that number.",
            next_step="Choose an account from the list.",
        )
    if user.id == by.user_id:
        raise Refused(
            "You cannot close your own account.",
            next_step="Ask a colleague to close it.",
        )
    user.is_active, user.closed_at = False, at
    user.set_unusable_password()
    user.save()
    Membership.objects.filter(user=user, ended_at__isnull=True).update(ended_at=at)
    return Happening(
        result=user,
        subject_kind="user",
        subject_id=user.id,
        person_id=None,
        facts={"name": user.name},
    )
