"""How is a resource read and written so that every number stays as its sender wrote it?"""

import json
from typing import Any

import orjson

from homeward.fhir.search.elements import Tree


class Written:
    """A number as it was written, so that 1.0 does not become 1 on its way through."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


def _whole(text: str) -> Any:
    return int(text) if len(text) < 18 else Written(text)


_READER = json.JSONDecoder(parse_float=Written, parse_int=_whole)


def read_tree(text: str) -> Tree:
    """A resource's text as a tree in which every number stands as it was written."""
    read: Tree = _READER.decode(text)
    return read


def written(tree: Any) -> bytes:
    """A tree as JSON; numbers go out as they came in."""
    return orjson.dumps(tree, default=_fragment)


def _fragment(value: object) -> orjson.Fragment:
    if isinstance(value, Written):
        return orjson.Fragment(value.text)
    raise TypeError(f"{type(value).__name__} cannot be written")
