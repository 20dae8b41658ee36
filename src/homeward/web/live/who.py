"""Whose page is this? The session cookie is checked as the pages check it; without a good one nothing is pushed."""

from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.db import connections
from django.http import HttpRequest

from homeward.foundation.errors import Refused
from homeward.web.asker import asker
from homeward.web.sign_in.limits import in_force


def session_key(cookies: str) -> str:
    """The session's key in a Cookie header, or nothing."""
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return found.value if found else ""


def teams_of(key: str) -> frozenset[str] | None:
    """The teams whose work the session's owner sees, or None when nobody is signed in. Asks the database; call in a thread."""
    try:
        request = HttpRequest()
        request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        request.user = get_user(request)
        if not key or not request.user.is_authenticated:
            return None
        now = datetime.now(UTC)
        if not in_force(request, now):
            return None
        actor = asker(request, at=now)
        return frozenset(actor.teams) if actor else None
    except Refused:
        return None
    finally:
        connections.close_all()
