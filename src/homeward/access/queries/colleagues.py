"""Who works in this organisation now, in one of these roles? Names of colleagues, nothing about patients."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from homeward.access.models import Membership
from homeward.access.queries.members import Member


def colleagues(organisation: str, *, roles: Collection[str], at: datetime, limit: int = 100) -> list[Member]:
    """At most `limit` of them, once each, by name."""
    rows = (
        Membership.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at))
        .filter(organisation_code=organisation, role_code__in=list(roles), started_at__lte=at, user__is_active=True)
        .select_related("user")
        .order_by("user__name", "user_id")
    )
    found = {
        row.user.id: Member(user_id=row.user.id, name=row.user.name, role=row.role_code) for row in rows[: 2 * limit]
    }
    return list(found.values())[:limit]
