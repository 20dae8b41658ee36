"""Where does a page's script find the live pushes, and how does the page's policy allow it to go there?

The pushes come from a process of their own, by default on the next port of the same host. A proxy that serves
both under one address sets HOMEWARD_LIVE_URL instead. Templates read `request.live_url`.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase


def live_url(request: HttpRequest) -> str:
    """The pushes' address as this browser would reach it, without a slash at its end."""
    if settings.HOMEWARD_LIVE_URL:
        return str(settings.HOMEWARD_LIVE_URL).rstrip("/")
    host = request.get_host()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return f"{request.scheme}://{name}:{settings.HOMEWARD_LIVE_PORT}"


class LiveAddress:
    """Middleware: `request.live_url`, and that address among those that scripts may connect to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = live_url(request)
        request.live_url = address  # type: ignore[attr-defined]  # what templates read
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and not address.startswith("/"):
            wanted = getattr(response, "_csp_update", None) or {}
            response._csp_update = {**wanted, "connect-src": [address]}  # type: ignore[attr-defined]  # django-csp's own
        return response
