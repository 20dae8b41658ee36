"""What does every declaration carry, and which of its words change its meaning?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

# A field marked with WORDING may be reworded without making a new version of the declaration.
WORDING: Mapping[str, Any] = {"meaning": False}


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One thing a place declares: its code, who keeps it right and when they next look at it.

    `owner` is the code of an organisation. Neither owner nor review date is part of the meaning.
    """

    code: str
    owner: str = field(metadata=WORDING)
    review_by: date = field(metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Standard:
    """The published rule (or the local proposal) that a clock, target or measure is held to."""

    words: str
    source: str
    published_on: date | None = None
    local_proposal: bool = False
