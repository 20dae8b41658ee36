"""How does a phone's request get a JSON answer, also when it is refused?"""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpResponse, JsonResponse

from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted, Refused
from homeward.web.page import PageRequest

P = ParamSpec("P")
STATUS = ((NotPermitted, 403), (NotFound, 404), (Clash, 409), (Invalid, 422))
LONGEST = 512 * 1024
Answer = Mapping[str, Any]


def answered(
    view: Callable[Concatenate[PageRequest, P], Answer],
) -> Callable[Concatenate[PageRequest, P], HttpResponse]:
    """The view's answer as JSON that nothing keeps; a refusal as its words."""

    @wraps(view)
    def answer(request: PageRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return said(view(request, *args, **kwargs))
        except Refused as refused:
            status = next((code for kind, code in STATUS if isinstance(refused, kind)), 422)
            return said({"refused": f"{refused.message} {refused.next_step}".strip()}, status=status)

    return answer


def said(what: Answer, *, status: int = 200) -> HttpResponse:
    """JSON that no cache on the way keeps."""
    response = JsonResponse(dict(what), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def sent(request: PageRequest) -> dict[str, Any]:
    """The object in the request's body. Raises Invalid."""
    try:
        found = json.loads(request.body) if len(request.body) <= LONGEST else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Invalid({"": "The phone sent something that cannot be read. Open the page again."})
    return found
