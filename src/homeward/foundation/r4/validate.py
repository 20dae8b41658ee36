"""Is this a sound FHIR R4 resource?

The structure (types, cardinality, unknown and missing elements) is judged by fhirkit, which is exactly R4 4.0.1.
It stands behind this one function so that another judge can take its place.
"""

import re
from itertools import islice

import fhirkit

from homeward.foundation.r4.elements import element_issues
from homeward.foundation.r4.issues import Faulty, Issue, IssueCode, Resource
from homeward.foundation.r4.json_text import read_json
from homeward.foundation.r4.plain import plain_tree

SEARCHING = re.compile(rb'"reference"\s*:\s*"[A-Z][A-Za-z]+\?')  # a reference that says what to look for
MOST_ISSUES = 20  # told to the sender
MOST_READ = 200  # looked at before stopping


def validate(body: bytes, *, expected: str | None = None) -> Resource | list[Issue]:
    """The resource, or everything found wrong with it (at most 20 faults). Never raises for what was sent."""
    tree, found = _looked_at(body)
    kind = str(tree.get("resourceType")) if tree else ""
    if tree and expected and kind != expected:
        return [Issue(code="invalid", expression=kind, diagnostics=f"A {expected} is wanted here, not a {kind}.")]
    faults = [issue for issue in found if issue.severity != "warning"]
    if tree is None or faults:
        return faults[:MOST_ISSUES]
    return Resource(type=kind, tree=tree, text=body.decode("utf-8"), warnings=tuple(found))


def _looked_at(body: bytes) -> tuple[dict[str, object] | None, list[Issue]]:
    """The quick look where that is enough; what it lets be is looked at closely."""
    tree = None if SEARCHING.search(body) else plainly_sound(body)
    return (tree, []) if tree is not None else examine(body)


def examine(body: bytes) -> tuple[dict[str, object] | None, list[Issue]]:
    """What it spells, if it is a resource at all, and everything found wrong or odd. For whoever tolerates some faults."""
    try:
        tree = read_json(body)
    except Faulty as fault:
        return None, list(fault.issues)
    kind = tree.get("resourceType")
    if not isinstance(kind, str) or kind not in fhirkit.RESOURCE_TYPES:
        words = "'resourceType' must name a FHIR R4 resource."
        return None, [Issue(code="structure", expression="resourceType", diagnostics=words)]
    return tree, [*islice(_structure(body), MOST_READ), *islice(element_issues(tree), MOST_READ)]


def plainly_sound(body: bytes) -> dict[str, object] | None:
    """The tree when nothing is wrong or odd, found much quicker than by `examine`; None: look closer.

    The one thing it lets be is a reference that says what to look for (conditional references in transactions).
    """
    try:
        tree = plain_tree(body)
        if tree is None or any(each.severity == "error" for each in fhirkit.parse(body).issues):
            return None
    except (fhirkit.ParseError, fhirkit.ValidationError):
        return None
    return tree


def _structure(body: bytes) -> list[Issue]:
    try:
        problems = fhirkit.parse(body).issues
    except (fhirkit.ParseError, fhirkit.ValidationError) as error:
        return [Issue(code="structure", diagnostics=f"The resource cannot be read: {str(error)[:200]}")]
    return [
        Issue(
            code=_code(each.message),
            expression=each.path,
            diagnostics=f"'{each.path}': {each.message}.",
            rule="unknown_element" if "unknown element" in each.message else "structure",
        )
        for each in problems
        if each.severity == "error"
    ]


def _code(message: str) -> IssueCode:
    return "required" if "required" in message or "missing" in message else "structure"
