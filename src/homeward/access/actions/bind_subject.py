"""How does an invited account come to be opened by a sign-in service?"""

from datetime import datetime
from uuid import UUID

from homeward.access.actors import system
from homeward.access.models import User
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("user.bind_subject")
def bind_subject(*, user_id: UUID, subject: str, by: Actor, at: datetime) -> Happening[User]:
    """From now on this subject of this issuer, and no other, opens the account."""
    user = User.objects.select_for_update().filter(pk=user_id, is_active=True, subject__isnull=True).first()
    if user is None:
        raise NotFound("That account is closed or already bound.", next_step="Ask for a new invitation.")
    user.subject = subject
    user.save(update_fields=["subject"])
    return Happening(result=user, subject_kind="user", subject_id=user.id, person_id=None, facts={"subject": subject})


def account_for_subject(*, subject: str, verified_email: str, at: datetime) -> UUID | None:
    """The staff account this subject opens: its own, or one invited at the verified address and not yet bound."""
    staff = User.objects.filter(kind=User.STAFF, is_active=True)
    known = staff.filter(subject=subject).first()
    if known is not None:
        return known.id
    invited = staff.filter(email__iexact=verified_email, subject__isnull=True).first() if verified_email else None
    if invited is None:
        return None
    return bind_subject(user_id=invited.id, subject=subject, by=system("sign_in"), at=at).id
