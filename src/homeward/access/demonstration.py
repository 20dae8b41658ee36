"""Which accounts does a demonstration offer? Made-up people, whose password and second factor anyone may know."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password

from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.create_user import create_user
from homeward.access.actions.set_second_factor import set_second_factor
from homeward.access.actors import system
from homeward.access.models import Membership, User
from homeward.foundation.errors import Refused

DEMO_DOMAIN = "demo.example"  # a name that can never be a real address (RFC 2606)
DEMO_PASSWORD = "home before hospital"


@dataclass(frozen=True, kw_only=True)
class DemoAccount:
    """One account to show on a demonstration's sign-in page."""

    name: str
    email: str
    role_codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Post:
    """One membership to give: a role in an organisation, with teams."""

    organisation_code: str
    role_code: str
    team_codes: Sequence[str] = ()


def make_demo_account(
    *,
    handle: str,
    name: str,
    posts: Sequence[Post],
    at: datetime,
    kind: str = User.STAFF,
    person_id: UUID | None = None,
) -> User:
    """An account `handle`@demo.example with the known password and second factor. Refused outside a demonstration."""
    if not settings.HOMEWARD_DEMO:
        raise Refused("Accounts that anyone can use are only for demonstrations.")
    by = system("demo")
    email = f"{handle}@{DEMO_DOMAIN}"
    user = create_user(email=email, name=name, kind=kind, person_id=person_id, hashed=_hashed(), by=by, at=at)
    for post in posts:
        add_membership(
            user_id=user.id,
            organisation_code=post.organisation_code,
            role_code=post.role_code,
            team_codes=post.team_codes,
            by=by,
            at=at,
        )
    if kind == User.STAFF:
        set_second_factor(user_id=user.id, secret=demo_secret(email), by=by, at=at)
    return user


@cache
def _hashed() -> str:
    """One hash for every account: the password is no secret, and each hash takes a sixth of a second by design."""
    return make_password(DEMO_PASSWORD)


def is_demo_account(email: str) -> bool:
    """Is this one of the made-up people?"""
    return email.endswith(f"@{DEMO_DOMAIN}")


def demo_secret(email: str) -> str:
    """The second factor's key of a made-up person: known from the address, so that tests and visitors can pass."""
    return base64.b32encode(hashlib.sha256(f"homeward demonstration {email}".encode()).digest()[:20]).decode()


def demo_accounts(*, limit: int) -> list[DemoAccount]:
    """The made-up people who can be signed in as, in the order in which they were made."""
    posts = Membership.objects.filter(
        user__email__endswith=f"@{DEMO_DOMAIN}", user__is_active=True, ended_at__isnull=True
    ).select_related("user")
    roles: dict[User, list[str]] = {}
    for post in posts.order_by("user_id", "started_at", "id"):
        roles.setdefault(post.user, []).append(post.role_code)
    return [DemoAccount(name=user.name, email=user.email, role_codes=tuple(codes)) for user, codes in roles.items()][
        :limit
    ]
