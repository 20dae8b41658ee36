"""How does somebody at another system's screen come to the same person's page here? By an address good once and for a minute.

The address opens nothing by itself: whoever follows it signs in, and the page asks the gate as it always does. It carries
which person is meant, so that nobody is looked up twice or confused with another.
"""

from typing import Any
from uuid import UUID

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from homeward.access.api import launch_token
from homeward.fhir.door.body import read_body
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import find, not_there
from homeward.foundation.ids import new_id
from homeward.foundation.r4.issues import Faulty, Issue, Resource
from homeward.foundation.r4.validate import validate

SECONDS = 60
PAGES = {"": "", "person": "", "crisis": "crisis/"}
_SALT = "homeward.fhir.launch"
OVER = "This link was used already, or is older than a minute. Go back to your own system and open the person again."


def launch(call: Call, id: str) -> Answer:
    """POST Patient/id/$launch: Parameters with the address to send the user's browser to, and a launch token for an app.

    A parameter 'page' of 'crisis' leads to the page for emergencies; 'app' names the client that may use the launch token.
    """
    asked = _asked(call)
    if find(call, KINDS["Patient"], id, why="opening the person's page from another system") is None:
        raise not_there("Patient")
    token = signing.dumps([id, str(new_id()), asked.get("page", "")], salt=_SALT)
    url = call.request.build_absolute_uri(f"/launch/{token}")
    said: dict[str, Any] = {
        "resourceType": "Parameters",
        "parameter": [{"name": "url", "valueUrl": url}, {"name": "expiresIn", "valueInteger": SECONDS}],
    }
    if call.partner.kind == "partner":
        made = launch_token(person_id=UUID(id), client_id=asked.get("app", ""))
        said["parameter"].append({"name": "launch", "valueString": made})
    return Answer(resource=said)


def _asked(call: Call) -> dict[str, str]:
    """The parameters sent: 'page' and 'app', each once. None are needed."""
    if call.request.headers.get("Content-Length", "0") == "0":
        return {}
    tree = validate(read_body(call.request))
    if not isinstance(tree, Resource):
        raise Faulty(*tree)
    told: dict[str, Any] = tree.tree
    named = {str(each.get("name")): each for each in told.get("parameter", ())}
    asked = {name: str(each.get("valueString") or each.get("valueCode") or "") for name, each in named.items()}
    wrong = [name for name in asked if name not in ("page", "app")]
    if wrong or asked.get("page", "") not in PAGES:
        words = f"Known parameters are 'page' ({' or '.join(filter(None, PAGES))}) and 'app' (a client id)."
        raise Faulty(Issue(code="invalid", diagnostics=words, expression="Parameters.parameter"), status=422)
    return asked


@require_safe
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """To the person's page, once and within a minute."""
    try:
        id, once, page = signing.loads(token, salt=_SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return HttpResponse(OVER, status=410, content_type="text/plain; charset=utf-8")
    if request.method == "HEAD":  # a browser that looks ahead does not use it up
        return HttpResponse(status=200)
    if not cache.add(f"launch:{once}", True, timeout=2 * SECONDS):
        return HttpResponse(OVER, status=410, content_type="text/plain; charset=utf-8")
    response = HttpResponseRedirect(f"/people/{id}/{PAGES[page]}")
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
