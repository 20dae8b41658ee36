"""What happens to a Bundle that is posted to the base? A transaction is done whole or not at all, a batch entry by entry."""

from typing import Any

from homeward.fhir.door.body import read_body
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import read_tree, written
from homeward.fhir.search.elements import Tree
from homeward.fhir.writing.batch import batch
from homeward.fhir.writing.entries import Entry, entry_of
from homeward.fhir.writing.transaction import transaction
from homeward.foundation.r4.issues import Faulty, Issue, Resource
from homeward.foundation.r4.validate import validate

LARGEST = 8 * 1024 * 1024
MOST = 1000


def bundle(call: Call) -> Answer:
    """POST to the base."""
    body = read_body(call.request, largest=LARGEST)
    resource = validate(body, expected="Bundle")
    if not isinstance(resource, Resource):
        raise Faulty(*resource)
    tree = read_tree(resource.text)
    kind = tree.get("type")
    if kind not in ("transaction", "batch"):
        words = f"Post a transaction or a batch here, not a '{kind}'. Messages go to $process-message."
        raise Faulty(Issue(code="not-supported", expression="Bundle.type", diagnostics=words), status=422)
    entries = _entries(tree)
    answers = transaction(call, entries) if kind == "transaction" else batch(call, entries)
    answer: dict[str, Any] = {"resourceType": "Bundle", "type": f"{kind}-response"}
    if answers:
        answer["entry"] = answers
    return Answer(resource=written(answer))


def _entries(tree: Tree) -> list[Entry]:
    listed = tree.get("entry", [])
    if len(listed) > MOST:
        words = f"There are {len(listed)} entries. At most {MOST} are taken at once."
        raise Faulty(Issue(code="too-long", expression="Bundle.entry", diagnostics=words), status=413)
    return [entry_of(index, each) for index, each in enumerate(listed)]
