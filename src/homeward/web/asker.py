"""Who asks, and may they? The pages' one way to the access door: an account, or else the link that was opened."""

from datetime import datetime

from django.http import HttpRequest

from homeward.access import api as access
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted

LINK = "link"  # where the session keeps which link was opened


def asker(request: HttpRequest, *, at: datetime) -> Actor | None:
    """The person signed in, as the role they chose; the holder of an opened link; or nobody.

    Raises RoleNotChosen, or NotPermitted when the account has no role or the link has ended.
    """
    if request.user.is_authenticated:
        return access.actor_of(request.user, request.session, at=at)
    return by_link(request, at=at)


def by_link(request: HttpRequest, *, at: datetime) -> Actor | None:
    """The holder of the link opened in this session, also while somebody is signed in; or nobody.

    A link that has ended is forgotten: whoever is signed in goes on without it, anybody else is told once (NotPermitted).
    """
    held = request.session.get(LINK)
    if not held:
        return None
    try:
        return access.link_actor(held, at)
    except NotPermitted:
        del request.session[LINK]
        if request.user.is_authenticated:
            return None
        raise


def may(actor: Actor, permission: str) -> bool:
    """Does the asker's role, or link, permit this?"""
    return access.may(actor, permission)
