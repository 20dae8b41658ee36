"""How is one item or table of a national data set written down: its published name, its form, and where it comes from?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Required = Literal["M", "R", "O", "P"]
REQUIRED: Mapping[Required, str] = {
    "M": "Mandatory: a record without it is rejected",
    "R": "Required where it applies",
    "O": "Optional",
    "P": "Pilot: not to be sent unless asked for",
}

# Forms as the NHS Data Dictionary writes them. A maximum stands for itself: an20 is up to twenty characters.
_SHAPES: Mapping[str, tuple[str, str]] = {
    "date": (r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "a day, CCYY-MM-DD"),
    "time": (r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d", "a time, HH:MM:SS"),
    "moment": (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", "a day and time, CCYY-MM-DDTHH:MM:SS"),
    "nhs_number": (r"\d{10}", "ten figures"),
    "organisation": (r"[A-Z0-9]{3,6}", "an organisation code of three to six letters or figures"),
    "practice": (r"[A-Z0-9]{6}", "a practice code of six letters or figures"),
    "postcode": (r"[A-Z]{1,2}\d[A-Z0-9]? \d[A-Z]{2}", "a postcode"),
    "snomed": (r"\d{6,18}", "a SNOMED CT identifier"),
}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One column. `name` is its field name and `element` its NHS Data Dictionary name; `origin` where we have it from.

    Without an origin it is not kept here and its column stays empty: `why` says so in words. `identifying` columns are
    shown to nobody on a page. `codes` names a list in `codes.py`; `declared` items wait for the place to say the national code.
    """

    name: str
    element: str
    required: Required
    form: str
    origin: str = ""
    why: str = ""
    codes: str = ""
    identifying: bool = False
    declared: bool = False

    @property
    def kept(self) -> bool:
        return bool(self.origin)

    @property
    def form_words(self) -> str:
        """The form as a sentence says it."""
        return _SHAPES[self.form][1] if self.form in _SHAPES else f"at most {self.form[2:]} letters or figures"

    def fits(self, value: str) -> bool:
        """Has the value this item's form?"""
        shape = _SHAPES[self.form][0] if self.form in _SHAPES else rf"[ -~]{{1,{int(self.form[2:])}}}"
        return re.fullmatch(shape, value) is not None


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table. `key` tells its rows apart; `parents` are (column, table, column) that must be met."""

    name: str
    title: str
    items: tuple[Item, ...]
    key: tuple[str, ...]
    parents: tuple[tuple[str, str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(item.name for item in self.items)

    def item(self, name: str) -> Item:
        """The item of this column."""
        return next(item for item in self.items if item.name == name)


@dataclass(frozen=True, kw_only=True)
class NotFilled:
    """A table that our data does not fill, and why."""

    name: str
    title: str
    why: str


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """One written specification, in one version."""

    code: str
    version: str
    title: str
    tables: tuple[Table, ...]
    not_filled: tuple[NotFilled, ...]

    def table(self, name: str) -> Table:
        """The table of this name."""
        return next(table for table in self.tables if table.name == name)
