"""Which rows of a measure are asked for: which days, which part, which answer, and how far apart are the points?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.foundation.moments import at_london
from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue, lake
from homeward.measures.rules.periods import Every
from homeward.measures.vocabulary import COUNTED, CUTS, STATUSES

# No column of the rows, but of the people they are about: where somebody is registered.
OF_PEOPLE = ("practice", "pcn")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Rows from `first` to `last` (London days, both included), of one value of one cut when given.

    `status` narrows them to one answer, or to those the figure is counted out of ('counted'). `every`: one point a week,
    month, quarter or financial year.
    """

    first: date
    last: date
    cut: str = ""
    value: str = ""
    status: str = ""
    every: Every = "week"

    def where(self, columns: Collection[str] = tuple(CUTS)) -> tuple[str, list[Any]]:
        """The condition and its values. Cuts that the rows (`columns`) do not have are left out, never put into a query."""
        clauses = ["started_at >= ?", "started_at < ?"]
        values: list[Any] = [at_london(self.first), at_london(self.last + timedelta(days=1))]
        if self.cut in CUTS and self.cut in columns:
            clauses.append(f"coalesce({self.cut}, '') = ?")
            values.append(self.value)
        elif self.cut in OF_PEOPLE:
            clauses.append(f"person_id in (select person_id from people where {self.cut} = ?)")
            values.append(self.value)
        if self.status == COUNTED:
            clauses.append("status in ('met', 'not_met')")
        elif self.status in STATUSES:
            clauses.append("status = ?")
            values.append(self.status)
        return " and ".join(clauses), values


def measure_called(code: str) -> Measure:
    """The declared measure. Raises NotFound."""
    found = directory.place().measures.get(code)
    if found is None:
        raise NotFound("There is no such number.", next_step="Choose one from the numbers page.")
    return found


def query_of(code: str, catalogue: Catalogue) -> str:
    """The query that gives its rows, or that reads them where they are written down. Raises NotFound when nothing computes it."""
    measure = measure_called(code)
    if code not in catalogue.measures:
        raise NotFound(
            f"'{measure.title}' is declared, but nothing computes it yet.",
            next_step=f"It waits for {measure.waits_for}."
            if measure.waits_for
            else "Its definition is in the handbook.",
        )
    if code in catalogue.written.paths:
        return rows_in(lake() / catalogue.written.paths[code])
    return catalogue.measures[code]


def rows_in(path: Path) -> str:
    """The query that reads rows where they are written down."""
    quoted = str(path).replace("'", "''")
    return f"select * from read_parquet('{quoted}', hive_partitioning = false)"


def computed() -> list[str]:
    """Codes of the measures that have an expression, in order."""
    return sorted(code for code, measure in directory.place().measures.items() if measure.expression is not None)


def check_may(by: Actor | None) -> None:
    """Numbers that name nobody are for roles that include them."""
    if by is None or not access.may(by, "numbers.view"):
        raise NotPermitted("Your role does not open the numbers.", next_step="Ask the person who manages accounts.")


def account_of(by: Actor) -> UUID:
    """The account of whoever keeps or follows something. Raises NotPermitted for the house and for links."""
    if by.user_id is None:
        raise NotPermitted("Only colleagues with an account keep or follow numbers.", next_step="Sign in first.")
    return by.user_id


def fresh(at: datetime, as_of: datetime) -> bool:
    """Is the lake as new as it should be? It is written every three minutes."""
    return at - as_of < timedelta(minutes=10)
