"""In which roles may this account act, and which one was chosen for this session?"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.access.actors import CHOSEN
from homeward.access.models import Membership
from homeward.access.queries.declared_role import declared_role
from homeward.grammar.api import Role


@dataclass(frozen=True, kw_only=True)
class MembershipView:
    """One role of an account, by the place's codes."""

    id: UUID
    organisation_code: str
    role_code: str
    team_codes: tuple[str, ...]


def memberships_of(user_id: UUID) -> list[MembershipView]:
    """The account's live memberships, oldest first."""
    rows = Membership.objects.filter(user_id=user_id, ended_at__isnull=True).order_by("started_at", "id")
    return [
        MembershipView(
            id=row.id,
            organisation_code=row.organisation_code,
            role_code=row.role_code,
            team_codes=tuple(row.team_codes),
        )
        for row in rows
    ]


def choose_membership(session: Any, member: MembershipView) -> None:
    """Work in this role from now on in this session."""
    session[CHOSEN] = str(member.id)
    session["role"] = member.role_code


def chosen_role(session: Any) -> Role | None:
    """The role chosen in this session, as the place declares it; None when none was chosen yet."""
    return declared_role(session["role"]) if session.get(CHOSEN) else None
