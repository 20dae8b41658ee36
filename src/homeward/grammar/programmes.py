"""Which programmes of work does the partnership run, who leads each, and what does each promise?"""

from dataclasses import dataclass, field
from datetime import date

from homeward.grammar.declaration import WORDING, Declaration


@dataclass(frozen=True, kw_only=True)
class Deliverable:
    """One promised thing. A due date that is not known stays None."""

    code: str
    title: str
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Programme(Declaration):
    """A programme of work; `lead` is an organisation code, None = unset."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    lead: str | None = None
    services: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
