"""How does an app get leave to ask people whether it may act for them?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.models import ApiClient
from homeward.access.rules.redirects import is_address_of_app
from homeward.access.rules.secrets import digest, new_secret
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id


@dataclass(frozen=True, kw_only=True)
class NewApp:
    """The only time the secret is known; '' for an app that cannot keep one."""

    id: UUID
    client_id: str
    client_secret: str

    def __repr__(self) -> str:
        return f"NewApp(client_id={self.client_id!r})"


@action("client.register_app")
def register_app(
    *,
    name: str,
    organisation: str,
    scopes: Sequence[str],
    redirect_uris: Sequence[str],
    by: Actor,
    at: datetime,
    public: bool = False,
    launch_url: str = "",
) -> Happening[NewApp]:
    """An app that people may let act for them, never wider than `scopes`, sent back only to one of `redirect_uris`."""
    if not name.strip():
        raise Invalid({"name": "Give the app a name that people will recognise."})
    if not scopes:
        raise Invalid({"scopes": "Give the app at least one scope."})
    addresses = list(dict.fromkeys(redirect_uris))
    wrong = [each for each in (*addresses, *filter(None, (launch_url,))) if not is_address_of_app(each)]
    if wrong or not addresses:
        words = f"'{wrong[0]}' cannot be used." if wrong else "Say where people are sent back to."
        raise Invalid({"redirect": f"{words} Give a whole https address, or an http one on the user's own machine."})
    secret, id = new_secret(), new_id()
    client = ApiClient.objects.create(
        id=id,
        client_id=f"hw-{id.hex[:8]}{id.hex[-8:]}",
        name=name.strip(),
        secret_digest=digest(secret),
        organisation_code=organisation,
        role_code="",  # it acts as whoever lets it, and as nobody else
        scopes=sorted(set(scopes)),
        redirect_uris=addresses,
        launch_url=launch_url,
        public=public,
        created_at=at,
    )
    return Happening(
        result=NewApp(id=id, client_id=client.client_id, client_secret="" if public else secret),
        subject_kind="client",
        subject_id=id,
        person_id=None,
        facts={"name": client.name, "organisation": organisation, "scopes": client.scopes, "redirects": addresses},
    )
