"""Whose page is this? The session cookie is checked as the pages check it; without a good one nothing is pushed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections
from django.http import HttpRequest

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.web.asker import asker
from homeward.web.sign_in.limits import SEEN, in_force


@dataclass(eq=False, kw_only=True)
class Viewer:
    """Who holds a session, and what it said when it was last looked at."""

    key: str
    actor: Actor
    request: HttpRequest
    said: Mapping[str, Any]
    password: str  # sealed; another one ends the session
    data: str = field(default="", repr=False)  # the session as it was last read


def session_key(cookies: str) -> str:
    """The session's key in a Cookie header, or nothing."""
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return found.value if found else ""


def viewer_of(key: str) -> Viewer | None:
    """Who holds the session, or None when nobody is signed in. Asks the database; call in a thread."""
    try:
        request = HttpRequest()
        request.session = store()(key)
        request.user = get_user(request)
        if not key or not request.user.is_authenticated:
            return None
        said, now = but_for_seen(dict(request.session.items())), datetime.now(UTC)
        if not in_force(request, now):
            return None
        actor = asker(request, at=now)
        if actor is None:
            return None
        return Viewer(key=key, actor=actor, request=request, said=said, password=request.user.password)
    except Refused:
        return None
    finally:
        connections.close_all()


def store() -> type[SessionStore]:
    """Where sessions are kept."""
    found: type[SessionStore] = import_module(settings.SESSION_ENGINE).SessionStore
    return found


def but_for_seen(session: Mapping[str, Any]) -> dict[str, Any]:
    """What a session says, but for when its holder was last there, which changes all the time."""
    return {name: value for name, value in session.items() if name != SEEN}
