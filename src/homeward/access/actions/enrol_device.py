"""How is a telephone set up to carry a round?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.models import Device
from homeward.access.rules.secrets import digest, new_secret
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted

LONGEST = 60


@dataclass(frozen=True, kw_only=True)
class NewDevice:
    """The only time the token is known: the telephone keeps it, and shows it at each call."""

    device_id: UUID
    token: str

    def __repr__(self) -> str:
        return f"NewDevice(device_id={self.device_id})"


@action("device.enrol")
def enrol_device(*, name: str, by: Actor, at: datetime) -> Happening[NewDevice]:
    """A telephone of the actor's own, for the role they work in. Raises Invalid."""
    named = " ".join(name.split())
    if not named or len(named) > LONGEST:
        raise Invalid({"name": f"Give this phone a name of up to {LONGEST} letters, like 'Blue work phone'."})
    if by.user_id is None:
        raise NotPermitted("Only somebody with an account has a phone.")
    token = new_secret()
    device = Device.objects.create(
        user_id=by.user_id, organisation_code=by.organisation, role_code=by.role, name=named, digest=digest(token),
        added_at=at, seen_at=at,
    )  # fmt: skip
    return Happening(
        result=NewDevice(device_id=device.id, token=token), subject_kind="device", subject_id=device.id, person_id=None,
        facts={"name": named},
    )  # fmt: skip
