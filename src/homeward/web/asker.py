"""Who asks, and may they? The pages' one way to the access door."""

from django.http import HttpRequest

from homeward.foundation.actions import Actor


def asker(request: HttpRequest) -> Actor:
    """The person signed in, as the organisation, team and role they chose for this session."""
    from homeward.access.api import actor_of

    return actor_of(request.user, request.session)


def may(actor: Actor, permission: str) -> bool:
    """Does the asker's role permit this?"""
    from homeward.access.api import may as permitted

    return permitted(actor, permission)
