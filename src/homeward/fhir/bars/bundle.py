"""What is in a message Bundle, and which entry does a reference mean?"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from homeward.foundation.r4.issues import Faulty, Issue

Node = Mapping[str, Any]
_TIMES = frozenset({"meta", "timestamp"})


@dataclass(frozen=True)
class Entry:
    """One entry: where it stands, its fullUrl and its resource."""

    path: str
    full_url: str
    resource: Node

    @property
    def type(self) -> str:
        return str(self.resource.get("resourceType", ""))


class MessageBundle:
    """The entries of one Bundle. Published messages repeat a fullUrl for resources of different types, so a
    reference is followed to the entry of the type that belongs there."""

    def __init__(self, tree: Node) -> None:
        self.tree = tree
        self.entries = tuple(
            Entry(f"Bundle.entry[{index}].resource", str(each.get("fullUrl", "")), each["resource"])
            for index, each in enumerate(tree.get("entry", ()))
            if "resource" in each
        )
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for name in _names(entry):
                self._by_name[name].append(entry)

    def of_type(self, *types: str) -> tuple[Entry, ...]:
        """The entries of these types, in the order sent."""
        return tuple(entry for entry in self.entries if entry.type in types)

    def follow(self, reference: object, *types: str) -> Entry | None:
        """The entry that a Reference means, if it is here and of one of these types."""
        literal = reference.get("reference", "") if isinstance(reference, Mapping) else ""
        if not literal:
            return None
        found = [entry for entry in self._by_name.get(literal, ()) if entry.type in types][:2]
        if len(found) > 1 and found[0].resource != found[1].resource:
            raise Faulty(
                Issue(
                    code="invariant",
                    expression=found[1].path,
                    diagnostics=f"Two {found[0].type} entries answer to '{literal}'. It must be plain which is meant.",
                )
            )
        return found[0] if found else None

    def unresolved(self) -> Iterator[Issue]:
        """References to a urn:uuid that no entry has: the message is not whole."""
        known = {entry.full_url for entry in self.entries} | {
            f"urn:uuid:{entry.resource['id']}" for entry in self.entries if "id" in entry.resource
        }
        for path, literal in _references(self.tree, "Bundle"):
            if literal.startswith("urn:uuid:") and literal not in known:
                yield Issue(
                    code="invariant",
                    expression=path,
                    diagnostics=f"'{path}' points to '{literal}', which is not in the message.",
                )


def content_digest(tree: Node) -> str:
    """A digest of what the message says, the same whenever it is sent again: ids of the message and times of
    sending are left out, and so is the order of members."""
    said = [_timeless(each) for each in tree.get("entry", ())]
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _timeless(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _timeless(each) for name, each in node.items() if name not in _TIMES}
    return [_timeless(each) for each in node] if isinstance(node, list) else _plain(node)


def _plain(node: Any) -> Any:
    return str(node) if isinstance(node, int | float) and not isinstance(node, bool) else node


def _names(entry: Entry) -> set[str]:
    own = str(entry.resource.get("id", ""))
    return {entry.full_url, f"{entry.type}/{own}", f"urn:uuid:{own}"} if own else {entry.full_url}


def _references(node: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, each in node.items():
            if name == "reference" and isinstance(each, str):
                yield f"{path}.reference", each
            else:
                yield from _references(each, f"{path}.{name}")
    elif isinstance(node, list):
        for index, each in enumerate(node):
            yield from _references(each, f"{path}[{index}]")
