"""For whom does an app that brings this token act, and within what?"""

from datetime import datetime
from uuid import UUID

from homeward.access.actors import CHOSEN, actor_of
from homeward.access.models import AppGrant, AppToken
from homeward.access.queries.bearer import Bearer
from homeward.access.rules.secrets import digest
from homeward.foundation.errors import NotPermitted


class Sitting(dict[str, str]):
    """What stands where a browser's session stands: the role chosen, and a mark that ties the app's readings together."""

    def __init__(self, grant: AppGrant) -> None:
        super().__init__({CHOSEN: str(grant.membership_id)})
        self.session_key = str(grant.id)


def app_bearer(token: str, at: datetime) -> Bearer | None:
    """The person who let the app in, in the role they had then; None for a token that is none, is over or was taken back.

    Raises NotPermitted when they no longer work in that role.
    """
    held = (
        AppToken.objects.select_related("grant__user", "grant__client")
        .filter(digest=digest(token), kind=AppToken.ACCESS, expires_at__gt=at)
        .filter(grant__ended_at__isnull=True, grant__ends_at__gt=at, grant__client__closed_at__isnull=True)
        .first()
    )
    if held is None:
        return None
    grant = held.grant
    actor = actor_of(grant.user, Sitting(grant), at=at)
    scopes = tuple(held.scopes)
    client = grant.client
    return Bearer(
        actor=actor, scopes=scopes, app=client.name, client_id=client.client_id, bound_to=_bound(grant, scopes)
    )


def _bound(grant: AppGrant, scopes: tuple[str, ...]) -> UUID | None:
    """The one person whom this token opens: the one in context, as soon as any scope speaks of 'patient/'."""
    if not any(each.startswith("patient/") for each in scopes):
        return None
    if grant.person_id is None:
        raise NotPermitted("This token is for one person, and names none.", next_step="Let the app in anew.")
    return grant.person_id
