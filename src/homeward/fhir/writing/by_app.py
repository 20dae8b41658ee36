"""What may an app send for whoever let it in, and how is it marked as what it is: their app's word, which nobody checked?"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from homeward.access.api import in_words, kinds_that_apps_send
from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Call
from homeward.fhir.door.written import read_tree, written
from homeward.foundation.r4.issues import Faulty, Issue

ORIGIN = "https://homeward.example/CodeSystem/origin"
UNCHECKED = "app-not-checked"


def check_by_app(call: Call, kind: str) -> None:
    """Faulty 403 when an app sends what the role of whoever let it in lets no app send (any more)."""
    if call.app_id and kind not in kinds_that_apps_send(call.partner):
        words = f"An app may not send a {kind} for the one who let it in: their role does not include it."
        raise Faulty(Issue(code="forbidden", expression=kind, diagnostics=words), status=403)


def check_may_look(call: Call, kind: str) -> None:
    """Faulty 403 when an app that may not search for this kind sends a condition, which would tell it what is here."""
    if call.app_id and not call.may(kind, "s"):
        words = f"A condition is a search, and this token does not have a scope such as '{kind}.s'. Leave it out."
        raise Faulty(Issue(code="forbidden", expression=kind, diagnostics=words), status=403)


def check_may_create(call: Call, kind: str) -> None:
    """Faulty 403 when an app that may only change what it sent would create one."""
    if call.app_id and not call.may(kind, "c"):
        words = f"Nothing fits, and this token does not have a scope such as '{kind}.c' to create one."
        raise Faulty(Issue(code="forbidden", expression=kind, diagnostics=words), status=403)


def marked(call: Call, kind: str, text: bytes) -> bytes:
    """What an app sent with our mark, which it cannot leave out; what a partner sent as it came."""
    if not call.app_id:
        return text
    tree = read_tree(text.decode())
    meta: dict[str, Any] = tree.get("meta") or {}
    others = [each for each in meta.get("tag", ()) if each.get("system") != ORIGIN]
    mark = {"system": ORIGIN, "code": UNCHECKED, "display": f"Sent by the app {call.app}, not checked"}
    return written({**tree, "meta": {**meta, "tag": [*others, mark]}})


@contextmanager
def added(call: Call, person_id: UUID | None, kinds: Sequence[str]) -> Iterator[None]:
    """While an app's things are kept, the record stands open with the app's name in the list of who opened it."""
    if not call.app_id or person_id is None:
        yield
        return
    what = " and ".join(dict.fromkeys(in_words(each) for each in kinds))
    with opened(call, person_id, why=f"adding {what} over FHIR"):
        yield
