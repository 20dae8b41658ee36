"""How does an account get the password it signs in with?"""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from homeward.access.models import User
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound


@action("user.set_password")
def set_password(*, user_id: UUID, password: str, by: Actor, at: datetime) -> Happening[User]:
    """The password is checked against the house's rules and kept as a slow hash. Setting it ends other sessions."""
    user = User.objects.select_for_update().filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound(
            "There is no open account with that number.",
            next_step="Ask for a new invitation.",
        )
    try:
        validate_password(password, user)
    except ValidationError as wrong:
        raise Invalid({"password": " ".join(wrong.messages)}) from wrong
    user.set_password(password)
    user.save(update_fields=["password"])
    return Happening(result=user, subject_kind="user", subject_id=user.id, person_id=None)
