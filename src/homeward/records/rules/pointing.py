"""Which other resources does this one point to, and about whom is it?"""

import re
from collections.abc import Mapping
from typing import Any

_LOCAL = re.compile(r"([A-Z][A-Za-z]+)/([A-Za-z0-9\-.]{1,64})(?:/_history/[A-Za-z0-9\-.]{1,64})?")
# The elements that name the person a resource is about, in the order they are believed.
SUBJECTS = ("subject", "patient", "beneficiary", "for", "individual")


def pointed_to(tree: Mapping[str, Any]) -> tuple[str, ...]:
    """Every 'Kind/id' that it refers to within its own source, in the order of reading, once each."""
    found: dict[str, None] = {}
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            reference = node.get("reference")
            if isinstance(reference, str):
                local = _LOCAL.fullmatch(reference)
                if local:
                    found[f"{local[1]}/{local[2]}"] = None
            children = node.values()
        else:
            children = node
        for each in children:
            if type(each) is dict or type(each) is list:
                waiting.append(each)
    return tuple(found)


def subject_of(tree: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The Reference to the person it is about, or None when it names nobody."""
    for member in SUBJECTS:
        found = tree.get(member)
        if isinstance(found, list):
            found = found[0] if found else None
        if isinstance(found, dict) and (found.get("reference") or found.get("identifier")):
            return found
    for each in _list(tree.get("participant")):
        actor = each.get("actor") if isinstance(each, dict) else None
        if isinstance(actor, dict) and str(actor.get("reference", "")).rpartition("/")[0].endswith("Patient"):
            return actor
    return None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
