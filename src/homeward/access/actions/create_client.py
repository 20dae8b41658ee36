"""How does a partner's system get leave to talk to us?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.models import ApiClient
from homeward.access.queries.declared_role import declared_role, machine_roles
from homeward.access.rules.secrets import digest, new_secret
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id


@dataclass(frozen=True, kw_only=True)
class NewClient:
    """The only time the secret is known."""

    id: UUID
    client_id: str
    client_secret: str

    def __repr__(self) -> str:
        return f"NewClient(client_id={self.client_id!r})"


@action("client.create")
def create_client(
    *,
    name: str,
    organisation: str,
    scopes: Sequence[str],
    by: Actor,
    at: datetime,
    role: str = "",
) -> Happening[NewClient]:
    """A client in a machine role of the place (the first one declared, unless named), limited to `scopes`."""
    code = role or next(iter(machine_roles()), "")
    declared = declared_role(code)
    if declared is None or not declared.machine:
        raise Invalid({"role": "Choose a role that the place declares for systems."})
    if not scopes:
        raise Invalid({"scopes": "Give the system at least one scope."})
    secret = new_secret()
    id = new_id()
    client = ApiClient.objects.create(
        id=id,
        client_id=f"hw-{id.hex[:8]}{id.hex[-8:]}",
        name=name.strip(),
        secret_digest=digest(secret),
        organisation_code=organisation,
        role_code=code,
        scopes=sorted(set(scopes)),
        created_at=at,
    )
    return Happening(
        result=NewClient(id=id, client_id=client.client_id, client_secret=secret),
        subject_kind="client",
        subject_id=id,
        person_id=None,
        facts={
            "name": client.name,
            "organisation": organisation,
            "scopes": client.scopes,
        },
    )
