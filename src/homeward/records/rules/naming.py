"""What is a thing called that has no code: a person, an organisation, a list, a document?"""

from collections.abc import Mapping
from typing import Any


def name_of(tree: Mapping[str, Any]) -> str:
    """Its name, title or description; empty when it has none."""
    for member in ("name", "title", "description", "comment"):
        found = _words(tree.get(member))
        if found:
            return found
    return ""


def _words(value: object) -> str:
    if isinstance(value, list):
        return next((words for words in map(_words, value) if words), "")
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _human(value)
    return ""


def _human(name: Mapping[str, Any]) -> str:
    if isinstance(name.get("text"), str):
        return str(name["text"])
    given = name.get("given")
    parts = [*(given if isinstance(given, list) else []), name.get("family")]
    return " ".join(part for part in parts if isinstance(part, str))
