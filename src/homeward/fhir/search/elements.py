"""What stands at this path of a resource?"""

from collections.abc import Iterable, Iterator
from typing import Any

Tree = dict[str, Any]


def at_path(tree: Tree, path: str) -> list[Any]:
    """Every value at a dotted path; lists on the way are looked into, and a missing element gives nothing."""
    nodes: list[Any] = [tree]
    for part in path.split("."):
        following: list[Any] = []
        for node in nodes:
            value = node.get(part) if isinstance(node, dict) else None
            if isinstance(value, list):
                following.extend(each for each in value if each is not None)
            elif value is not None:
                following.append(value)
        if not following:
            return following
        nodes = following
    return nodes


def at_paths(tree: Tree, paths: Iterable[str]) -> list[Any]:
    """Every value at any of these paths (a choice such as effectiveDateTime or effectivePeriod)."""
    return [value for path in paths for value in at_path(tree, path)]


def references(tree: Any) -> Iterator[dict[str, Any]]:
    """Every Reference in a resource, however deep: an object with a literal 'reference'."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if isinstance(node.get("reference"), str):
                yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
