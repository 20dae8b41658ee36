"""Which accounts are there, and in which roles?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.access.models import User
from homeward.access.queries.memberships import MembershipView, memberships_of
from homeward.foundation.errors import NotFound

PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Account:
    """One account and its live memberships."""

    id: UUID
    name: str
    email: str
    is_active: bool
    created_at: datetime
    closed_at: datetime | None
    last_login: datetime | None
    memberships: tuple[MembershipView, ...]


def accounts(*, text: str = "", page: int = 1) -> tuple[list[Account], bool]:
    """Staff accounts by name, a page of them, and whether more follow. `text` matches part of a name or address."""
    found = User.objects.filter(kind=User.STAFF).order_by("-is_active", "name", "id")
    if text:
        found = found.filter(Q(name__icontains=text) | Q(email__icontains=text))
    rows = list(found[(page - 1) * PAGE : page * PAGE + 1])
    return [_account(user) for user in rows[:PAGE]], len(rows) > PAGE


def account(user_id: UUID) -> Account:
    """One staff account. Raises NotFound."""
    user = User.objects.filter(pk=user_id, kind=User.STAFF).first()
    if user is None:
        raise NotFound("There is no such account.", next_step="Choose one from the list.")
    return _account(user)


def _account(user: User) -> Account:
    return Account(
        id=user.id,
        name=user.name,
        email=user.email,
        is_active=user.is_active,
        created_at=user.created_at,
        closed_at=user.closed_at,
        last_login=user.last_login,
        memberships=tuple(memberships_of(user.id)),
    )
