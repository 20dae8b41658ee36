"""What happens at POST Kind? Something new is kept, unless If-None-Exist finds that it is here already."""

from contextlib import ExitStack
from dataclasses import replace
from urllib.parse import parse_qsl

from homeward.fhir.door.body import read_body
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.searching import asked_of, gather
from homeward.fhir.resources.shown import Shown
from homeward.fhir.writing.by_app import check_may_look
from homeward.fhir.writing.keeping import keep_new, kind_of
from homeward.fhir.writing.kept import Kept, answered
from homeward.foundation.r4.issues import Faulty, Issue, Resource
from homeward.foundation.r4.validate import validate

LARGEST = 4 * 1024 * 1024  # one resource, with a document inside


def create(call: Call, kind: str) -> Answer:
    """POST Kind."""
    text = sound(call, kind)
    condition = call.request.headers.get("If-None-Exist", "") or call.spelt(
        call.pairs
    )  # some clients put it in the address
    if condition:
        there = those_that_fit(call, kind, condition)
        if there:
            return answered(call, Kept(kind=kind, id=there[0].id, created=False))
    return answered(call, keep_new(call, kind_of(kind), text))


def sound(call: Call, kind: str) -> bytes:
    """The body, when it is a sound resource of this kind."""
    body = read_body(call.request, largest=LARGEST)
    resource = validate(body, expected=kind)
    if not isinstance(resource, Resource):
        raise Faulty(*resource)
    return body


def those_that_fit(call: Call, kind: str, condition: str) -> list[Shown]:
    """What a condition such as 'identifier=system|value' finds: none or one. Faulty 412 when it finds more."""
    check_may_look(call, kind)
    pairs = parse_qsl(condition.partition("?")[2] if "?" in condition else condition, keep_blank_values=True)
    if not pairs:
        words = "A condition is a search, such as identifier=https://…|1234."
        raise Faulty(Issue(code="required", diagnostics=words), status=412)
    asking = replace(call, query=pairs)
    with ExitStack() as until_asked:
        found = gather(asking, asked_of(asking, kind), until_asked)
    if len(found) > 1:
        words = f"{len(found)} resources fit '{condition[:200]}'. A condition must name one."
        raise Faulty(Issue(code="multiple-matches", diagnostics=words), status=412)
    return found
