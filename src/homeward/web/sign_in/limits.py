"""How long may a session last, and what must be done before any page opens? By the role chosen for it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from homeward.access import api as access
from homeward.grammar.api import Role

STARTED, SEEN = "signed_in_at", "seen_at"
ALWAYS_OPEN = ("/sign-in/", "/sign-out/", "/link/", "/help/", "/accessibility/", "/start/", "/static/")
NOTED_EVERY = timedelta(seconds=60)


class SessionLimits:
    """Middleware: ends sessions that are idle or old, and leads to the role and the second factor first.

    A fragment that a page fetches by itself does not count as somebody being there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with access.gate.during_a_page():
            return self._first(request, datetime.now(UTC)) or self.get_response(request)

    def _first(self, request: HttpRequest, now: datetime) -> HttpResponseBase | None:
        if not request.user.is_authenticated or request.path.startswith("/static/"):
            return None
        role = _role(request)
        ended = _over(request, role, now)
        if ended:
            logout(request)
            return None if request.path.startswith(ALWAYS_OPEN) else _led(request, "/sign-in/", ended=ended)
        _note(request, now)
        if request.path.startswith(ALWAYS_OPEN):
            return None
        if role is None:
            return _led(request, "/sign-in/role/")
        if role.second_factor and not used_second_factor(request):
            return _led(request, "/sign-in/second-factor/set-up/")
        return None


def in_force(request: HttpRequest, now: datetime) -> bool:
    """May this session still be answered: neither idle nor too old, its role chosen, its second factor passed?"""
    role = _role(request)
    if role is None or _over(request, role, now):
        return False
    return not role.second_factor or used_second_factor(request)


def used_second_factor(request: HttpRequest) -> bool:
    """Did this session pass a second factor, here or at a sign-in service trusted with it?"""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def _role(request: HttpRequest) -> Role | None:
    found: Role | None = access.chosen_role(request.session)
    if found is None and request.user.pk is not None:
        mine = access.memberships_of(request.user.pk)
        if len(mine) == 1:
            access.choose_membership(request.session, mine[0])
            found = access.chosen_role(request.session)
    return found


def _over(request: HttpRequest, role: Role | None, now: datetime) -> str:
    started, seen = request.session.get(STARTED), request.session.get(SEEN)
    if role is None or started is None or seen is None:
        return ""
    if now - datetime.fromisoformat(started) >= timedelta(minutes=role.session_minutes):
        return "long"
    if now - datetime.fromisoformat(seen) >= timedelta(minutes=role.idle_minutes):
        return "idle"
    return ""


def _note(request: HttpRequest, now: datetime) -> None:
    request.session.setdefault(STARTED, now.isoformat())
    by_itself = request.headers.get("X-Fragment") == "1" or request.headers.get("HX-Request") == "true"
    seen = request.session.get(SEEN)
    if seen is None or (not by_itself and now - datetime.fromisoformat(seen) >= NOTED_EVERY):
        request.session[SEEN] = now.isoformat()


def _led(request: HttpRequest, address: str, **more: str) -> HttpResponseBase:
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    return HttpResponseRedirect(f"{address}?{urlencode({**more, 'next': wanted})}")
