"""How does somebody get an account?"""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password

from homeward.access.models import User
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid


@action("user.create")
def create_user(
    *,
    email: str,
    name: str,
    by: Actor,
    at: datetime,
    kind: str = User.STAFF,
    person_id: UUID | None = None,
    subject: str | None = None,
    password: str | None = None,
    hashed: str | None = None,
) -> Happening[User]:
    """A new account without any role. Without a password it is used through a sign-in service or an invitation.

    `hashed` is a password that was hashed before, as `make_password` gives it.
    """
    address = email.strip().lower()
    if "@" not in address:
        raise Invalid({"email": "Enter an email address in the correct format, like name@example.com."})
    if not name.strip():
        raise Invalid({"name": "Enter the person's name."})
    if User.objects.filter(email__iexact=address).exists():
        raise Invalid(
            {"email": "There is already an account with that email address. Give that account the role instead."}
        )
    user = User(
        email=address,
        name=name.strip(),
        kind=kind,
        person_id=person_id,
        subject=subject,
        created_at=at,
    )
    user.password = hashed or make_password(password)
    user.save()
    return Happening(
        result=user,
        subject_kind="user",
        subject_id=user.id,
        person_id=None,
        facts={"name": user.name, "kind": kind},
    )
