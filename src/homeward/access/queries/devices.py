"""Whose telephone is this, may it still carry anything, and which telephones are there?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Q

from homeward.access.models import Device, Membership
from homeward.access.rules.secrets import digest
from homeward.foundation.actions import Actor

Standing = Literal["kept", "lost", "role_ended", "wiped", "unknown"]
MOST = 200


@dataclass(frozen=True, kw_only=True)
class DeviceView:
    """One telephone. `standing` other than 'kept' means that it must delete, or has deleted, everything."""

    id: UUID
    user_id: UUID
    user_name: str
    name: str
    added_at: datetime
    seen_at: datetime
    waiting: int
    lost_at: datetime | None
    lost_by: str
    wiped_at: datetime | None
    left_behind: int
    standing: Standing


def device_called(token: str, *, at: datetime, waiting: int | None = None) -> DeviceView | None:
    """The telephone that shows this token, noted as having called now with so many records `waiting`; None: nobody's."""
    found = Device.objects.filter(digest=digest(token))
    found.update(seen_at=at, **({} if waiting is None else {"waiting": waiting}))
    device = found.select_related("user").first()
    return _views([device], at)[0] if device else None


def devices_of(user_id: UUID, *, at: datetime) -> list[DeviceView]:
    """The account's own telephones, newest first."""
    rows = Device.objects.filter(user_id=user_id).select_related("user").order_by("-added_at", "-id")
    return _views(rows[:MOST], at)


def devices_of_teams(*, by: Actor, at: datetime) -> list[DeviceView]:
    """The telephones of the actor's colleagues in their teams, by name."""
    colleagues = Membership.objects.filter(team_codes__overlap=list(by.teams)).values("user_id")
    rows = (
        Device.objects.filter(user_id__in=colleagues).select_related("user").order_by("user__name", "-added_at", "-id")
    )
    return [each for each in _views(rows[:MOST], at) if each.user_id != by.user_id]


def _views(rows: Iterable[Device], at: datetime) -> list[DeviceView]:
    devices = list(rows)
    live = set(
        Membership.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at))
        .filter(user_id__in={each.user_id for each in devices}, user__is_active=True)
        .values_list("user_id", "organisation_code", "role_code")
    )
    return [
        DeviceView(
            id=each.id, user_id=each.user.id, user_name=each.user.name, name=each.name, added_at=each.added_at, seen_at=each.seen_at,
            waiting=each.waiting, lost_at=each.lost_at, lost_by=each.lost_by, wiped_at=each.wiped_at, left_behind=each.left_behind,
            standing=_standing(each, (each.user.id, each.organisation_code, each.role_code) in live),
        )
        for each in devices
    ]  # fmt: skip


def _standing(device: Device, in_role: bool) -> Standing:
    if device.wiped_at is not None:
        return "wiped"
    if device.lost_at is not None:
        return "lost"
    return "kept" if in_role else "role_ended"
