"""May a script on another site's page ask here? Only on a page of an app that is registered, and never with our cookies.

The Fetch standard's CORS protocol: an app's origins are those of the addresses that people are sent back to.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from homeward.access.api import is_origin_of_app
from homeward.fhir.door.outcome import operation_outcome
from homeward.fhir.door.written import written
from homeward.foundation.r4.issues import Issue

ASKED_HERE = ("/oauth/token", "/oauth/revoke")
UNDER = "/fhir/"
METHODS = "GET, HEAD, POST"  # a search or a batch may come as POST, as something new does
CHANGES = "PUT"  # only of resources; nothing is deleted from a page
SENT = "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Exist, If-None-Match, Prefer, X-Correlation-Id, X-Request-Id"
SHOWN = "Content-Location, ETag, Last-Modified, Location, Retry-After, WWW-Authenticate, X-Correlation-Id, X-Request-Id"
REMEMBERED = "600"  # seconds for which a browser need not ask again
NOBODYS = "This page belongs to no app that is registered here. Register the app with an address of this site."


class CrossOrigin:
    """Middleware: answers a browser's question beforehand, and says on every answer which page may read it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        if not origin or not (request.path in ASKED_HERE or request.path.startswith(UNDER)):
            return self.get_response(request)
        known = is_origin_of_app(origin)
        beforehand = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        response = _answer_beforehand(request.path, known=known) if beforehand else self.get_response(request)
        if known and "Access-Control-Allow-Origin" not in response:  # what is open to all stays open to all
            response["Access-Control-Allow-Origin"] = origin
            response["Access-Control-Expose-Headers"] = SHOWN
        response["Vary"] = ", ".join(filter(None, (response.get("Vary", ""), "Origin")))
        return response


def _answer_beforehand(path: str, *, known: bool) -> HttpResponse:
    if not known:
        outcome = operation_outcome([Issue(code="forbidden", diagnostics=NOBODYS)], status=403)
        return HttpResponse(written(outcome), status=403, content_type="application/fhir+json; charset=utf-8")
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = f"{METHODS}, {CHANGES}" if path.startswith(UNDER) else METHODS
    response["Access-Control-Allow-Headers"] = SENT
    response["Access-Control-Max-Age"] = REMEMBERED
    return response
