"""How does one row of a partner's table become a resource, by the declared mapping?"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import orjson

from homeward.grammar.api import CsvColumn, CsvMapping

_STEP = re.compile(r"([A-Za-z]+)(?:\[(\d)\])?")
_BRITISH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_YES = frozenset({"1", "y", "yes", "true"})


def resource_of(row: Mapping[str, str], mapping: CsvMapping) -> bytes:
    """The row as JSON. An empty cell is left out; an id is made from the key's columns when none is mapped."""
    tree: dict[str, Any] = {"resourceType": mapping.kind}
    for element, value in mapping.fixed:
        _put(tree, element, value)
    for column in mapping.columns:
        cell = row[column.column].strip()
        if cell:
            _put(tree, column.element, _value(cell, column))
    if "id" not in tree:
        tree["id"] = blake2b(
            "\0".join(row[name] for name in mapping.key or sorted(row)).encode(), digest_size=16
        ).hexdigest()
    return orjson.dumps(_pruned(tree))


def _value(cell: str, column: CsvColumn) -> Any:
    if column.as_ == "number" and _NUMBER.fullmatch(cell):
        return orjson.Fragment(cell)
    if column.as_ == "boolean":
        return cell.lower() in _YES
    if column.as_ == "date":
        day = _BRITISH_DAY.fullmatch(cell)
        return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}" if day else cell.replace(" ", "T", 1)
    return column.before + cell


def _put(tree: dict[str, Any], element: str, value: Any) -> None:
    """Sets the element at a path such as 'code.coding[0].code', making what is on the way."""
    steps = [(found[1], found[2]) for found in _STEP.finditer(element)]
    here: Any = tree
    for place, (name, index) in enumerate(steps):
        last = place == len(steps) - 1
        if index:
            members = here.setdefault(name, [])
            while len(members) <= int(index):
                members.append({})
            if last:
                members[int(index)] = value
            here = members[int(index)]
        elif last:
            here[name] = value
        else:
            here = here.setdefault(name, {})


def _pruned(tree: dict[str, Any]) -> dict[str, Any]:
    """Without an identifier or coding of which only the fixed system is there: the row had no value for it."""
    for name in ("identifier",):
        listed = tree.get(name)
        if isinstance(listed, list):
            kept = [each for each in listed if each.get("value")]
            tree = {**{key: value for key, value in tree.items() if key != name}, **({name: kept} if kept else {})}
    return tree
