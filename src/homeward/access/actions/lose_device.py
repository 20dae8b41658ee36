"""How is it said that a telephone was lost, and that it has been wiped?"""

from datetime import datetime
from uuid import UUID

from homeward.access.models import Device, Membership
from homeward.access.rules.secrets import digest
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound

_NEXT = "Go back to the list of phones and choose one."


@action("device.lose")
def lose_device(*, device_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """The actor's own telephone is to delete everything at its next contact; said twice, the first stands. Raises NotFound."""
    device = Device.objects.select_for_update().filter(id=device_id).first()
    return _lost(device if device and device.user_id == by.user_id else None, by, at)


@action("device.lose_for")
def lose_device_for(*, device_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """The same for a colleague of one of the actor's teams. Raises NotFound."""
    device = Device.objects.select_for_update().filter(id=device_id).first()
    if device is not None and not _colleague(device, by):
        device = None
    return _lost(device, by, at)


@action("device.wiped")
def device_wiped(*, token: str, left_behind: int, by: Actor, at: datetime) -> Happening[UUID]:
    """The telephone says that it deleted everything, with how many records it had never sent. Raises NotFound."""
    device = Device.objects.select_for_update().filter(digest=digest(token)).first()
    if device is None:
        raise NotFound("There is no such phone.", next_step=_NEXT)
    if device.wiped_at is None:
        device.wiped_at, device.left_behind, device.waiting = at, max(0, left_behind), 0
        device.save(update_fields=["wiped_at", "left_behind", "waiting"])
    return _happened(device)


def _colleague(device: Device, by: Actor) -> bool:
    return Membership.objects.filter(user_id=device.user_id, team_codes__overlap=list(by.teams)).exists()


def _lost(device: Device | None, by: Actor, at: datetime) -> Happening[UUID]:
    if device is None:
        raise NotFound("There is no such phone.", next_step=_NEXT)
    if device.lost_at is None:
        device.lost_at, device.lost_by = at, by.name
        device.save(update_fields=["lost_at", "lost_by"])
    return _happened(device)


def _happened(device: Device) -> Happening[UUID]:
    facts = {"name": device.name, "lost": device.lost_at is not None, "left_behind": device.left_behind}
    return Happening(result=device.id, subject_kind="device", subject_id=device.id, person_id=None, facts=facts)
