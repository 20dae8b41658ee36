"""What stands around every page: who is signed in, the menu, the place's name, and where live pushes come from?"""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.monitoring.api import unread
from homeward.web.asker import may
from homeward.web.menu import menu
from homeward.web.reading.reading import reading_of


def frame(request: HttpRequest) -> dict[str, Any]:
    """The values that `base.html` needs, for any request, even one that failed before a page took it."""
    actor: Actor | None = getattr(request, "actor", None)
    place = directory.place()
    role = place.roles.get(actor.role) if actor else None
    organisation = place.organisations.get(actor.organisation) if actor else None
    return {
        "actor": actor,
        "at": getattr(request, "at", None),
        "number": getattr(request, "number", ""),
        "place": place.card,
        "role_title": role.title if role else "",
        "organisation_name": organisation.name if organisation else "",
        "menu": menu(request, actor),
        "role_opens": lambda permission: actor is not None and may(actor, permission),
        "alerts_told": unread(actor.user_id, actor.teams) if actor and actor.kind == "staff" and may(actor, "monitoring.take") else None,
        "reading": reading_of(request, actor),
        "here": request.get_full_path(),
        "live_url": getattr(request, "live_url", ""),
        "messages": lambda: get_messages(request),
        "signed_in": bool(getattr(request, "user", None) and request.user.is_authenticated),
    }
