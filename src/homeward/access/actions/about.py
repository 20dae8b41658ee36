"""Whom is an action about, when its caller names the person?"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID


def named_person(asked: Mapping[str, Any]) -> UUID | None:
    """The `person_id` among the keyword arguments."""
    found: UUID | None = asked.get("person_id")
    return found
