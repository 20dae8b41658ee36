"""Who works in this team now, in one of these roles? Names of colleagues, nothing about patients."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.access.models import Membership


@dataclass(frozen=True, kw_only=True)
class Member:
    """One colleague in one role."""

    user_id: UUID
    name: str
    role: str


def members_of(team_code: str, *, roles: Collection[str], at: datetime, limit: int = 10) -> list[Member]:
    """At most `limit` of them, by name."""
    rows = (
        Membership.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at))
        .filter(team_codes__contains=[team_code], role_code__in=list(roles), started_at__lte=at, user__is_active=True)
        .select_related("user")
        .order_by("user__name", "user_id")
    )
    return [Member(user_id=row.user.id, name=row.user.name, role=row.role_code) for row in rows[:limit]]


def still_in(pairs: Collection[tuple[UUID, str]], *, at: datetime) -> set[tuple[UUID, str]]:
    """Which of these accounts and teams still go together now? One question, none without accounts."""
    if not pairs:
        return set()
    rows = Membership.objects.filter(
        Q(ended_at__isnull=True) | Q(ended_at__gt=at), user_id__in={user for user, _ in pairs}, started_at__lte=at,
        user__is_active=True,
    ).values_list("user_id", "team_codes")  # fmt: skip
    found = {(user, team) for user, teams in rows for team in teams}
    return {each for each in pairs if each in found}
