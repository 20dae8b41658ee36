"""What happens at PUT? A new version of what is here, by its id or by a search that names one."""

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import read_tree, written
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.writing.by_app import check_may_create
from homeward.fhir.writing.create import sound, those_that_fit
from homeward.fhir.writing.keeping import keep_changed, keep_new
from homeward.fhir.writing.kept import Kept, answered
from homeward.foundation.r4.issues import Faulty, Issue


def update(call: Call, kind: str, id: str) -> Answer:
    """PUT Kind/id, with If-Match when the caller wants to be sure that nobody came between."""
    text = sound(call, kind)
    if_match = call.request.headers.get("If-Match", "")
    return answered(call, keep_changed(call, KINDS[kind], id, text, if_match=if_match))


def update_where(call: Call, kind: str) -> Answer:
    """PUT Kind?condition: changes the one that fits, creates one when none does."""
    if not call.pairs:
        words = "Name what is to be changed: PUT Kind/id, or PUT Kind?identifier=…"
        raise Faulty(Issue(code="required", diagnostics=words), status=400)
    text = sound(call, kind)
    return answered(
        call, changed_where(call, kind, call.spelt(call.pairs), text, call.request.headers.get("If-Match", ""))
    )


def changed_where(call: Call, kind: str, condition: str, text: bytes, if_match: str = "") -> Kept:
    """The one that fits, changed; or a new one."""
    there = those_that_fit(call, kind, condition)
    if not there:
        check_may_create(call, kind)
        return keep_new(call, KINDS[kind], text)
    named = read_tree(text.decode()) | {"id": there[0].id}
    return keep_changed(call, KINDS[kind], there[0].id, written(named), if_match=if_match)
