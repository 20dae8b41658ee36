"""How is a partner's system shut out?"""

from datetime import datetime

from homeward.access.models import ApiClient, ApiToken
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("client.close")
def close_client(*, client_id: str, by: Actor, at: datetime) -> Happening[ApiClient]:
    """The client's secret and every token it holds stop working at once."""
    client = ApiClient.objects.select_for_update().filter(client_id=client_id, closed_at__isnull=True).first()
    if client is None:
        raise NotFound(
            "There is no open system with that client id.",
            next_step="Check the id and try again.",
        )
    client.closed_at = at
    client.save(update_fields=["closed_at"])
    ApiToken.objects.filter(client=client).delete()
    return Happening(
        result=client,
        subject_kind="client",
        subject_id=client.id,
        person_id=None,
        facts={"name": client.name},
    )
