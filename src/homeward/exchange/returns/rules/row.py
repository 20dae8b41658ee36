"""What is one row of a return, and what is one thing wrong with it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from uuid import UUID

from homeward.exchange.returns.spec.item import DataSet

Severity = Literal["file", "record", "warning"]
SEVERITIES: Mapping[Severity, str] = {
    "file": "Stops the return",
    "record": "Record would be rejected",
    "warning": "Should be put right",
}
Mend = Literal["person", "referral", "visit", "place", "house"]
MENDS: Mapping[Mend, str] = {
    "person": "In the person’s details",
    "referral": "In the referral",
    "visit": "At the visit",
    "place": "In the place’s declarations",
    "house": "By whoever looks after Homeward",
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row, the thing it is about, the team that looks after that, and the events that it rests on."""

    table: str
    key: str
    person_id: UUID | None
    subject_kind: str
    subject_id: UUID | None
    team: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    events: tuple[UUID, ...] = ()

    def get(self, column: str) -> str:
        """The value of a column; empty where there is none."""
        return self.values.get(column, "")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that must hold: its words when it does not, how grave that is, and where it is put right."""

    code: str
    table: str
    words: str
    severity: Severity
    mend: Mend


@dataclass(frozen=True, kw_only=True)
class Found:
    """One row that breaks one rule."""

    rule: str
    row: Row


@dataclass(frozen=True, kw_only=True)
class Extract:
    """Everything that is checked at once: the rows by table, the month, and the practices that are known."""

    data_set: DataSet
    tables: Mapping[str, Sequence[Row]]
    first: date
    last: date
    practices: frozenset[str] = frozenset()

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of one table."""
        return self.tables.get(table, ())


def day(value: str) -> date | None:
    """The day that a column says, if it says one."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
