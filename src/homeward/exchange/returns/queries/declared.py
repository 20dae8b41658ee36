"""Which returns does this place give, and by which specification?"""

from collections.abc import Sequence

from homeward.directory import api as directory
from homeward.exchange.returns.spec.data_sets import DATA_SETS
from homeward.exchange.returns.spec.item import DataSet
from homeward.foundation.errors import NotFound
from homeward.grammar.api import NationalReturn, SituationReport


def returns_declared() -> Sequence[NationalReturn]:
    """Those whose specification the house knows, by title."""
    found = (each for each in directory.place().returns.values() if each.data_set in DATA_SETS)
    return sorted(found, key=lambda each: each.title)


def declared(code: str) -> NationalReturn:
    """The return of this code. Raises NotFound."""
    found = next((each for each in returns_declared() if each.code == code), None)
    if found is None:
        raise NotFound("There is no such return.", next_step="Choose one from the page of national returns.")
    return found


def specification(code: str) -> DataSet:
    """The specification that a return follows. Raises NotFound."""
    return DATA_SETS[declared(code).data_set]


def reports_declared() -> Sequence[SituationReport]:
    """The situation reports, as the place declares them."""
    return list(directory.place().situation_reports.values())


def report_declared(code: str) -> SituationReport:
    """The situation report of this code. Raises NotFound."""
    found = directory.place().situation_reports.get(code)
    if found is None:
        raise NotFound("There is no such report.", next_step="Choose one from the page of national returns.")
    return found
