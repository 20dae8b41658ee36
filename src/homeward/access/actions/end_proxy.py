"""How does somebody stop acting for another person?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.models import Proxy
from homeward.access.queries.acting import person_of_proxy
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


def _person(asked: Mapping[str, Any]) -> UUID | None:
    return person_of_proxy(asked["proxy_id"])


@action("proxy.end", about=_person)
def end(*, proxy_id: UUID, words: str = "", by: Actor, at: datetime) -> Happening[Proxy]:
    """At once, also for a session that is open. By the person, by staff who may, or by the one who acts."""
    proxy = Proxy.objects.select_for_update().filter(pk=proxy_id, ended_at__isnull=True).first()
    if proxy is None:
        raise NotFound("That has ended already, or never was.")
    proxy.ended_at, proxy.ended_by, proxy.ended_words = at, by.name, words.strip()
    proxy.save(update_fields=["ended_at", "ended_by", "ended_words"])
    return Happening(
        result=proxy,
        subject_kind="proxy",
        subject_id=proxy.id,
        person_id=proxy.person_id,
        facts={"holder": proxy.holder_name, "relation": proxy.relation, "words": proxy.ended_words},
    )
