"""How does a page let somebody act for a person? An account found or invited, then the grant, in one go."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from homeward.access import api as access
from homeward.foundation.actions import Actor
from homeward.people import api as people


def give(person_id: UUID, typed: dict[str, Any], *, by: Actor, at: datetime) -> str:
    """The address of the invitation to hand over, or '' when they have an account already. Raises Refused."""
    told = {key: value for key, value in typed.items() if key not in ("name", "email")}
    with transaction.atomic():
        with access.gate.person(person_id, by=by, at=at, why="proxy.grant"):
            born_on = people.banner(person_id, by, at).birth_date
        account = access.proxy.proxy_account(email=typed["email"], name=typed["name"], at=at)
        access.proxy.grant(person_id=person_id, proxy_user=account.user_id, born_on=born_on, by=by, at=at, **told)
    return f"{settings.HOMEWARD_PUBLIC_URL}/link/{account.token}/" if account.token else ""
