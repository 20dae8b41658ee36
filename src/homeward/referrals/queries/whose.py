"""Whose referral is this? Asked before the gate opens, so that it can be opened for the right person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.referrals.models import ServiceRequest
from homeward.referrals.rules.once import bound_key


def person_of(referral_id: UUID) -> UUID:
    """The person a referral is about. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("select referrals_person_of(%s)", [referral_id])
        found = cursor.fetchone()[0]
    if found is None:
        raise NotFound("There is no such referral.", next_step="Check the address, or look for the person.")
    return UUID(str(found))


def hub_of(referral_id: UUID) -> str | None:
    """The hub that answers for a referral now. Asked inside an open gate; None for something that is no referral."""
    return ServiceRequest.objects.filter(id=referral_id).values_list("hub_team_id", flat=True).first()


def person_of_referral(given: Mapping[str, Any]) -> UUID:
    """For actions about one referral: the person, from the action's arguments."""
    return person_of(given["referral_id"])


def with_key(idempotency_key: str, *, by: Actor) -> tuple[UUID, UUID] | None:
    """The (referral, person) that this sender sent under this key, if any. Another sender's key is another key."""
    return with_bound_key(bound_key(idempotency_key, by))


def with_bound_key(bound: str) -> tuple[UUID, UUID] | None:
    """The (referral, person) kept under a key that is bound to its sender already."""
    return _pair("select referral, person from referrals_with_key(%s)", [bound])


def with_external_id(*, system: str, value: str) -> tuple[UUID, UUID] | None:
    """The (referral, person) that a partner knows by this identifier, if any."""
    return _pair("select referral, person from referrals_with_external_id(%s, %s)", [system, value])


def _pair(question: str, values: list[str]) -> tuple[UUID, UUID] | None:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        row = cursor.fetchone()
    return (row[0], row[1]) if row else None
