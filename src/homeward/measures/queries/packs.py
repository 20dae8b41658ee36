"""Which board packs did a colleague ask for, how far is each, and what is in the file?"""

from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.measures.models import Pack
from homeward.measures.queries.asking import account_of, check_may

MOST = 20


def packs_of(*, by: Actor) -> list[Pack]:
    """The actor's own, the newest first, without their content."""
    check_may(by)
    return list(Pack.objects.filter(asked_by_id=account_of(by)).defer("content").order_by("-asked_at", "id")[:MOST])


def pack_called(pack_id: UUID, *, by: Actor) -> Pack:
    """One of the actor's own. Raises NotFound; another's is not found either."""
    check_may(by)
    found = Pack.objects.filter(id=pack_id, asked_by_id=account_of(by)).first()
    if found is None:
        raise NotFound("There is no such board pack among yours.", next_step="Make one from the page of boards.")
    return found
