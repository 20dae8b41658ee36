"""How is somebody's browser sent back to an app, and nowhere else?"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpResponse

from homeward.access.api import origin_of


def sent_to(address: str, said: Mapping[str, str]) -> HttpResponse:
    """A redirect to an address of an app that was registered, with what it is told. Nobody on the way keeps it."""
    mark = "&" if "?" in address else "?"
    response = HttpResponse(status=303)
    response["Location"] = f"{address}{mark}{urlencode({name: value for name, value in said.items() if value})}"
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def may_lead_to(response: HttpResponse, address: str) -> HttpResponse:
    """Let the form of this page end at the app: browsers hold what follows a form to the page's own policy."""
    wanted = getattr(response, "_csp_update", None) or {}
    origins = list(dict.fromkeys((*wanted.get("form-action", ()), origin_of(address))))
    response._csp_update = {**wanted, "form-action": origins}  # type: ignore[attr-defined]  # django-csp's own
    return response
