"""Which worker takes what is due? Each takes some that nobody has, for as long as one delivery can last.

The claim is committed before anything is sent: a worker killed half-way leaves a lease that runs out, and the next one
sends again under the same key.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from homeward.access.api import gate, system
from homeward.exchange.models import Outgoing
from homeward.exchange.vocabulary import JOB, LEASE, WAITING


def claim(*, at: datetime, limit: int) -> list[Outgoing]:
    """Up to `limit` due things, the urgent first, each counted as tried once more and leased to the caller."""
    with transaction.atomic(), gate.job(JOB, by=system(JOB), at=at):
        earlier = Outgoing.objects.filter(
            ~Q(thread=""), thread=OuterRef("thread"), state__in=WAITING, queued_at__lt=OuterRef("queued_at")
        )
        due = (
            Outgoing.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(
                Q(leased_until=None) | Q(leased_until__lte=at), ~Exists(earlier), state__in=WAITING, next_at__lte=at
            )
            .order_by("-urgent", "next_at", "id")[:limit]
        )
        taken = list(due)
        ids: list[UUID] = [each.id for each in taken]
        Outgoing.objects.filter(id__in=ids).update(tries=F("tries") + 1, leased_until=at + LEASE, tried_at=at)
        for each in taken:
            each.tries += 1
            each.leased_until, each.tried_at = at + LEASE, at
    return taken
