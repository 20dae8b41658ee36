"""What may be asked of a demographics service, and what can it answer?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

Result = Literal["one", "none", "too_many", "several", "invalidated", "unavailable"]
RESULTS: dict[str, str] = {
    "one": "One person matches",
    "none": "Nobody matches",
    "too_many": "Too many people match",
    "several": "Several people may match",
    "invalidated": "The NHS number is no longer in use",
    "unavailable": "The service did not answer",
}


@dataclass(frozen=True, kw_only=True)
class Query:
    """One search. `fuzzy` also finds names that sound alike; `history` also looks at former names and addresses."""

    family: str
    birth_date: date
    given: tuple[str, ...] = ()
    gender: str = ""
    postcode: str = ""
    fuzzy: bool = False
    history: bool = False


@dataclass(frozen=True, kw_only=True)
class Registered:
    """A person as the register has them. A restricted one has no address, telephone or practice."""

    nhs_number: str
    family: str
    given: tuple[str, ...]
    birth_date: date | None
    gender: str
    postcode: str = ""
    practice_ods_code: str = ""
    died_on: date | None = None
    restricted: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back. `score` is the service's own confidence in the first person, from 0 to 1."""

    result: Result
    people: tuple[Registered, ...] = ()
    score: float | None = None
    superseded_by: str = ""
    words: str = field(default="")


class Demographics(Protocol):
    """A service that knows everyone's NHS number."""

    def by_number(self, nhs_number: str) -> Answer:
        """Who has this number? A merged number leads to the one that replaced it."""
        ...

    def search(self, query: Query) -> Answer:
        """Who fits these details?"""
        ...
