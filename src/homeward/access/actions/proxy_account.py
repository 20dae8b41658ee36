"""How does somebody who will act for another get an account? Theirs if they have one, else one by invitation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.citizen_account import OWN
from homeward.access.actions.create_user import create_user
from homeward.access.actions.issue_link import issue_link
from homeward.access.actors import system
from homeward.access.models import User
from homeward.directory.api import place
from homeward.foundation.errors import Invalid

INVITED_FOR = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class ProxyAccount:
    """The account, and the token of the invitation when it is new: hand it over, it is known only now."""

    user_id: UUID
    token: str = ""


def proxy_account(*, email: str, name: str, at: datetime) -> ProxyAccount:
    """The citizen's account at this address, or a new one with the role that the place declares for those who act for others.

    Raises Invalid when the address is a member of staff's work address.
    """
    address = email.strip().lower()
    known = User.objects.filter(email__iexact=address, is_active=True).first() if address else None
    if known is not None and known.kind != User.CITIZEN:
        raise Invalid({"email": "That is an account for work. Ask for their own email address."})
    if known is not None:
        return ProxyAccount(user_id=known.id)
    by = system("proxies")
    user = create_user(email=address, name=name, kind=User.CITIZEN, by=by, at=at)
    add_membership(
        user_id=user.id, organisation_code=OWN, role_code=place().access_policy.proxy_role, team_codes=(), by=by, at=at
    )
    invitation = issue_link(
        kind="invite", subject_id=user.id, organisation=OWN, expires_at=at + INVITED_FOR, by=by, at=at,
        held_by=user.name, uses=1,
    )  # fmt: skip
    return ProxyAccount(user_id=user.id, token=invitation.token)
