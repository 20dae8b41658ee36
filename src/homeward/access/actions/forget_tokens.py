"""Which codes and tokens are of no more use to anybody, nor to finding out that one was stolen? They are forgotten."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from homeward.access.models import ApiToken, AppCode, AppToken

AT_ONCE = 5_000


def forget_tokens(at: datetime) -> int:
    """Forget them; returns how many.

    A code or refresh token that was used is remembered for as long as its allowance lives: whoever brings it again ends that.
    """
    dead = Q(grant__ends_at__lte=at) | Q(grant__ended_at__lte=at)
    over = Q(expires_at__lte=at)
    return (
        _forgotten(AppCode.objects.filter(dead | over & Q(used_at__isnull=True)))
        + _forgotten(AppToken.objects.filter(dead | over))
        + _forgotten(ApiToken.objects.filter(over))
    )


def _forgotten(found: QuerySet[Any]) -> int:
    """Few at a time, so that nobody waits who uses one of the others."""
    total = 0
    while some := list(found.values_list("pk", flat=True)[:AT_ONCE]):
        total += found.model.objects.filter(pk__in=some).delete()[0]
    return total
