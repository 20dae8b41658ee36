"""How does a citizen who proved who they are get their account? By itself, bound to their own record."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.create_user import create_user
from homeward.access.actors import system
from homeward.access.models import User

OWN = "self"  # a citizen acts for nobody but themself


def citizen_account(*, subject: str, person_id: UUID, name: str, email: str, at: datetime) -> UUID:
    """The account of this person, made at their first sign-in. `email` is kept only where nobody else uses it."""
    known = User.objects.filter(kind=User.CITIZEN, is_active=True, person_id=person_id).first()
    if known is not None:
        return known.id
    by = system("sign_in")
    taken = not email or User.objects.filter(email__iexact=email).exists()
    user = create_user(
        email=f"{person_id}@citizen.invalid" if taken else email,
        name=name or "Citizen",
        kind=User.CITIZEN,
        person_id=person_id,
        subject=subject,
        by=by,
        at=at,
    )
    add_membership(
        user_id=user.id,
        organisation_code=OWN,
        role_code=str(getattr(settings, "HOMEWARD_CITIZEN_ROLE", "citizen")),
        team_codes=(),
        by=by,
        at=at,
    )
    return user.id
