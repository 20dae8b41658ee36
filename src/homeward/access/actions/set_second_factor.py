"""How is a second factor given to an account from outside, as a demonstration does and a lost phone needs undone?"""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from homeward.access.models import User
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound, Refused


@action("user.set_second_factor")
def set_second_factor(*, user_id: UUID, secret: str | None, by: Actor, at: datetime) -> Happening[User]:
    """Replace the account's second factor by `secret` (base 32); with None it is removed and set up at next sign-in."""
    if user_id == by.user_id:
        raise Refused(
            "You cannot reset your own security code here.", next_step="Ask a colleague who manages accounts to do it."
        )
    user = User.objects.select_for_update().filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound("There is no open account with that number.", next_step="Choose an account from the list.")
    Authenticator.objects.filter(user=user).delete()
    if secret is not None:
        TOTP.activate(user, secret)
    return Happening(
        result=user, subject_kind="user", subject_id=user.id, person_id=None, facts={"removed": secret is None}
    )
