"""How is a search asked and answered: parameters we know, pages, a searchset Bundle?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from homeward.fhir.door.route import Answer, Call
from homeward.foundation.r4.issues import Faulty, Issue

Tree = dict[str, Any]
MOST = 200
USUAL = 50
_OF_EVERY_SEARCH = ("_count", "_offset", "_format")


@dataclass(frozen=True)
class Parameter:
    """One search parameter: its FHIR type, what it looks at and whether a resource answers it."""

    type: str
    words: str
    fits: Callable[[Tree, str], bool]


def asked(call: Call, known: Mapping[str, Parameter]) -> list[tuple[str, str]]:
    """The (parameter, value) pairs asked. Faulty 400 for one we would otherwise ignore: a silent wider answer misleads."""
    pairs = []
    for name, values in call.request.GET.lists():
        if name in _OF_EVERY_SEARCH:
            continue
        if name not in known:
            words = f"The search parameter '{name}' is not known here. Known are: {', '.join(sorted(known))}."
            raise Faulty(Issue(code="not-supported", diagnostics=words, expression=name[:64]), status=400)
        pairs += [(name, value) for value in values]
    return pairs


def whole_number(call: Call, name: str, usual: int, most: int) -> int:
    """A paging parameter as a number between 0 and `most`."""
    text = call.request.GET.get(name, "")
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise Faulty(Issue(code="value", diagnostics=f"'{name}' must be a whole number.", expression=name), status=400)
    return min(int(text), most)


def fitting(trees: Iterable[Tree], pairs: Sequence[tuple[str, str]], known: Mapping[str, Parameter]) -> list[Tree]:
    """The resources that fit every parameter; values with commas between are alternatives."""
    return [
        tree
        for tree in trees
        if all(any(known[name].fits(tree, each) for each in value.split(",")) for name, value in pairs)
    ]


def searchset(call: Call, kind: str, trees: Sequence[Tree], *, total: int, offset: int, count: int) -> Answer:
    """One page of results, with links to itself and the next."""
    links = [{"relation": "self", "url": call.request.build_absolute_uri()}]
    if offset + len(trees) < total and count:
        query = [(name, value) for name, values in call.request.GET.lists() for value in values if name != "_offset"]
        links.append({"relation": "next", "url": call.address(f"{kind}?{urlencode([*query, ('_offset', str(offset + count))])}")})
    bundle: Tree = {"resourceType": "Bundle", "type": "searchset", "total": total, "link": links}
    if trees:
        bundle["entry"] = [
            {"fullUrl": call.address(f"{kind}/{tree['id']}"), "resource": tree, "search": {"mode": "match"}} for tree in trees
        ]
    return Answer(resource=bundle)


def same(path: str) -> Callable[[Tree, str], bool]:
    """The element is exactly this."""
    return lambda tree, value: str(tree.get(path, "")).lower() == value.lower()


def starts(path: str) -> Callable[[Tree, str], bool]:
    """The element begins with this (FHIR string search)."""
    return lambda tree, value: str(tree.get(path, "")).lower().startswith(value.lower())


def identified(tree: Tree, value: str) -> bool:
    """One of the identifiers is this: 'system|value', '|value' or 'value'."""
    system, bar, number = value.rpartition("|")
    return any(
        each.get("value", "").lower() == number.lower() and (not bar or each.get("system", "") == system)
        for each in tree.get("identifier", ())
    )


def refers(path: str) -> Callable[[Tree, str], bool]:
    """The reference ends in this id, with or without its type."""
    return lambda tree, value: str(tree.get(path, {}).get("reference", "")).rpartition("/")[2] == value.rpartition("/")[2]
