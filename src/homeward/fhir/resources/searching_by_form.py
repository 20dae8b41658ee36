"""How is a search answered that was posted as a form, so that what was asked for stands in no log of addresses?"""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http.request import RawPostDataException

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.searching import search
from homeward.foundation.r4.issues import Faulty, Issue

FORM = "application/x-www-form-urlencoded"


def search_by_form(call: Call, kind: str) -> Answer:
    """POST Kind/_search."""
    kind_of_body = call.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind_of_body not in (FORM, ""):
        words = f"Post a search as a form: Content-Type {FORM}."
        raise Faulty(Issue(code="not-supported", diagnostics=words), status=415)
    try:
        form = call.request.POST
    except (RequestDataTooBig, TooManyFieldsSent, UnicodeDecodeError, RawPostDataException):
        raise Faulty(Issue(code="too-long", diagnostics="The form cannot be read."), status=413) from None
    posted = [(name, value) for name, values in form.lists() for value in values]
    call.query = [*call.pairs, *posted]
    return search(call, kind)
