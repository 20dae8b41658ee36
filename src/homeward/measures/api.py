"""The door to the numbers: figures, the rows behind them, the open file, and how fresh they are."""

from homeward.measures.actions.refresh import refresh_lake, refresh_soon
from homeward.measures.catalogue import current
from homeward.measures.queries.asking import Asked, fresh, measure_called
from homeward.measures.queries.figure import Figure, Part, figure
from homeward.measures.queries.lake import NotCountedYet
from homeward.measures.queries.open_file import open_file
from homeward.measures.queries.people_behind import PAGE, Behind, BehindPage, names_of, people_behind
from homeward.measures.rules.periods import EVERY, Every, Point, begins, monday_of
from homeward.measures.rules.spc import (
    Judged,
    Spc,
    SpcPoint,
    SpcRefused,
    Target,
    read_series,
    say_number,
    spc,
)  # fmt: skip
from homeward.measures.vocabulary import CUTS, NARROWINGS, STATUSES

__all__ = [
    "CUTS",
    "EVERY",
    "PAGE",
    "NARROWINGS",
    "STATUSES",
    "Asked",
    "Behind",
    "BehindPage",
    "Every",
    "Figure",
    "Judged",
    "NotCountedYet",
    "Part",
    "Point",
    "Spc",
    "SpcPoint",
    "SpcRefused",
    "Target",
    "begins",
    "current",
    "figure",
    "fresh",
    "measure_called",
    "monday_of",
    "names_of",
    "open_file",
    "people_behind",
    "read_series",
    "refresh_lake",
    "refresh_soon",
    "say_number",
    "spc",
]
