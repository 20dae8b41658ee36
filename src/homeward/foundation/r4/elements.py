"""Do the elements of a parsed resource keep the rules that a structure check does not see?

Ids, references, codes with binding value sets, real dates, empty values and forbidden characters.
"""

from collections.abc import Iterator

from homeward.foundation.r4 import syntax
from homeward.foundation.r4.bindings import BY_PART, BY_PATH
from homeward.foundation.r4.characters import forbidden_character, suspicion
from homeward.foundation.r4.issues import Issue, Rule

_NAME_PARTS = frozenset({"family", "given", "value"})
_MOST_SHOWN = 60


def element_issues(tree: dict[str, object]) -> Iterator[Issue]:
    """Every fault and warning in the tree, in the order of reading."""
    kind = tree.get("resourceType")
    yield from _object(tree, str(kind), str(kind) if isinstance(kind, str) else "", "")


def _object(node: dict[str, object], path: str, kind: str, part: str) -> Iterator[Issue]:
    here = node.get("resourceType")
    if isinstance(here, str):
        kind, part = here, ""
    if not node:
        yield Issue(code="structure", expression=path, diagnostics=f"'{path}' is empty. Leave it out.")
    for name, value in node.items():
        yield from _member(name, value, f"{path}.{name}", kind, part)


def _member(name: str, value: object, path: str, kind: str, part: str) -> Iterator[Issue]:
    for index, each in enumerate(value if isinstance(value, list) else [value]):
        where = f"{path}[{index}]" if isinstance(value, list) else path
        if isinstance(each, dict):
            yield from _object(each, where, kind, name)
        elif isinstance(each, list):
            yield Issue(code="structure", expression=where, diagnostics=f"'{where}' is a list inside a list.")
        elif isinstance(each, str):
            yield from _text(name, each, where, kind, part)


def _text(name: str, text: str, path: str, kind: str, part: str) -> Iterator[Issue]:
    if not text.strip():
        yield Issue(code="value", expression=path, diagnostics=f"'{path}' is empty. Leave it out.", rule="character")
        return
    odd = forbidden_character(text)
    if odd:
        words = f"'{path}' holds the character {odd}, which text may not."
        yield Issue(code="value", expression=path, diagnostics=words, rule="character")
    rule, fault = syntax_fault(name, text, kind, part)
    if fault:
        yield Issue(code="value", expression=path, diagnostics=f"'{path}' {fault}", rule=rule)
    if name in _NAME_PARTS and part in ("name", "identifier"):
        why = suspicion(text)
        if why:
            yield Issue(code="value", severity="warning", expression=path, diagnostics=f"Look twice at '{path}'. {why}")


def syntax_fault(name: str, text: str, kind: str, part: str) -> tuple[Rule, str]:
    """The rule that this value breaks and, as the end of a sentence, how; no words when it breaks none."""
    allowed = BY_PART.get((part, name)) if part else BY_PATH.get((kind, name))
    if allowed is not None and text not in allowed:
        return "unknown_code", f"is {_shown(text)}, which is not one of: {', '.join(sorted(allowed))}."
    if name == "id" and not part and not syntax.is_id(text):
        return "id", f"is {_shown(text)}. An id has up to 64 letters, digits, hyphens and full stops."
    if name == "reference" and part != "valueReference" and not syntax.is_reference(text):
        rule: Rule = "searching_reference" if syntax.is_search(text) else "bad_reference"
        return rule, f"is {_shown(text)}, which is not a FHIR reference (such as urn:uuid:… or Patient/…)."
    if name == "fullUrl" and text.startswith("urn:") and not syntax.is_reference(text):
        return "bad_reference", f"is {_shown(text)}, which is not a whole urn:uuid."
    if name in syntax.DATES and text[:1].isdigit() and not syntax.is_moment(text):
        return "impossible_date", f"is {_shown(text)}, which is not a day or moment that the calendar has."
    if name == "code" and part == "coding" and not syntax.is_code(text):
        return "unknown_code", f"is {_shown(text)}. A code has no space at its ends and never two together."
    return "structure", ""


def _shown(text: str) -> str:
    """The value as it may be repeated to the sender: short, and with nothing hidden in it."""
    plain = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return f"'{plain[:_MOST_SHOWN]}…'" if len(plain) > _MOST_SHOWN else f"'{plain}'"
