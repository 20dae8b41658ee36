"""How does somebody at another system's screen come to the same person's page here? By an address good once and for a minute.

The address opens nothing by itself: whoever follows it signs in, and the page asks the gate as it always does. It carries
which person is meant, so that nobody is looked up twice or confused with another.
"""

from typing import Any

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import find, not_there
from homeward.foundation.ids import new_id

SECONDS = 60
_SALT = "homeward.fhir.launch"
OVER = "This link was used already, or is older than a minute. Go back to your own system and open the person again."


def launch(call: Call, id: str) -> Answer:
    """POST Patient/id/$launch: Parameters with the address to send the user's browser to."""
    if find(call, KINDS["Patient"], id, why="opening the person's page from another system") is None:
        raise not_there("Patient")
    token = signing.dumps([id, str(new_id()), call.partner.organisation], salt=_SALT)
    url = call.request.build_absolute_uri(f"/launch/{token}")
    said: dict[str, Any] = {
        "resourceType": "Parameters",
        "parameter": [{"name": "url", "valueUrl": url}, {"name": "expiresIn", "valueInteger": SECONDS}],
    }
    return Answer(resource=said)


@require_safe
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """To the person's page, once and within a minute."""
    try:
        id, once, _ = signing.loads(token, salt=_SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return HttpResponse(OVER, status=410, content_type="text/plain; charset=utf-8")
    if request.method == "HEAD":  # a browser that looks ahead does not use it up
        return HttpResponse(status=200)
    if not cache.add(f"launch:{once}", True, timeout=2 * SECONDS):
        return HttpResponse(OVER, status=410, content_type="text/plain; charset=utf-8")
    response = HttpResponseRedirect(f"/people/{id}/")
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
