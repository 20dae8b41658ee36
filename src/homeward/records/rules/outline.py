"""What does a resource of any kind say of itself: code, category, status, when, and whom or what it points to?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.records.rules.coding import Coded, coded, codings
from homeward.records.rules.moments import moment_of
from homeward.records.rules.naming import name_of
from homeward.records.rules.places import CATEGORIES, CODES, EFFECTIVE, RECORDED, STATUSES
from homeward.records.rules.pointing import pointed_to
from homeward.records.rules.valued import NOTHING, Valued, valued

Tree = Mapping[str, Any]
MOST_WORDS = 300


@dataclass(frozen=True, kw_only=True)
class Outline:
    """What is read from a resource to find and order it. Everything may be empty; nothing here changes the text.

    `codes` are all its codings ('system|code'), the main one first. `points_to` are 'Kind/id' as the source wrote them.
    """

    kind: str
    source_id: str
    status: str
    main: Coded
    codes: tuple[str, ...]
    display: str
    categories: tuple[str, ...]
    effective_at: datetime | None
    recorded_at: datetime | None
    identifiers: tuple[str, ...]
    labels: tuple[str, ...]
    points_to: tuple[str, ...]
    holds: Valued = NOTHING

    @property
    def category(self) -> str:
        """The code of the first category."""
        return self.categories[0].rpartition("|")[2] if self.categories else ""


def outline(tree: Tree) -> Outline:
    """The outline of a resource that was read from JSON. Never raises for a tree of any shape."""
    kind = str(tree.get("resourceType", ""))
    concept = first_of(tree, CODES.get(kind, CODES[""]))
    main = coded(concept)
    return Outline(
        kind=kind,
        source_id=_text(tree.get("id")),
        status=_status(kind, tree),
        main=main,
        codes=codings(concept, main),
        display=(main.display or name_of(tree))[:MOST_WORDS],
        categories=_categories(kind, tree),
        effective_at=_first_moment(tree, EFFECTIVE.get(kind, EFFECTIVE[""])),
        recorded_at=_first_moment(tree, RECORDED.get(kind, RECORDED[""])),
        identifiers=_identifiers(tree),
        labels=_labels(tree),
        points_to=pointed_to(tree),
        holds=valued(tree, system=main.system, code=main.code),
    )


def first_of(tree: Tree, paths: tuple[str, ...]) -> object:
    """The first of these elements that is there and not empty."""
    for path in paths:
        found = at_path(tree, path)
        if found not in (None, "", [], {}):
            return found
    return None


def at_path(tree: object, path: str) -> object:
    """The element at 'a.b.c'; of a list the first."""
    if "." not in path:
        return tree.get(path) if isinstance(tree, dict) else None
    here = tree
    for step in path.split("."):
        if isinstance(here, list):
            here = here[0] if here else None
        if not isinstance(here, dict):
            return None
        here = here.get(step)
    return here


def _first_moment(tree: Tree, paths: tuple[str, ...]) -> datetime | None:
    for path in paths:
        found = at_path(tree, path)
        moment = moment_of(found[0] if isinstance(found, list) and found else found) if found else None
        if moment is not None:
            return moment
    return None


def _status(kind: str, tree: Tree) -> str:
    for path in STATUSES.get(kind, STATUSES[""]):
        found = at_path(tree, path)
        if isinstance(found, bool):
            return "active" if found else "inactive"
        if isinstance(found, str) and found:
            return found
    return ""


def _categories(kind: str, tree: Tree) -> tuple[str, ...]:
    found: list[str] = []
    for path in CATEGORIES.get(kind, CATEGORIES[""]):
        value = at_path(tree, path)
        for each in value if isinstance(value, list) else [value]:
            found.extend(["|" + each] if isinstance(each, str) else codings(each))
    return tuple(dict.fromkeys(found))


def _identifiers(tree: Tree) -> tuple[str, ...]:
    value = tree.get("identifier")
    return tuple(_known_by(value if isinstance(value, list) else [value]))


def _known_by(values: list[object]) -> Iterator[str]:
    for each in values[:12]:
        if isinstance(each, dict) and isinstance(each.get("value"), str):
            yield f"{_text(each.get('system'))}|{each['value']}"


def _labels(tree: Tree) -> tuple[str, ...]:
    meta = tree.get("meta")
    found = [*codings(meta.get("security"))] if isinstance(meta, dict) else []
    return tuple([*found, *codings(tree.get("securityLabel")), *codings(tree.get("confidentiality"))])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
