"""Which national returns does the place make, for which bodies, by when; and which situation reports does it give?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

WindowKind = Literal["provisional", "final"]
WINDOW_KINDS: tuple[WindowKind, ...] = ("provisional", "final")
ReportAbout = Literal["response", "virtual_ward", "discharge"]


@dataclass(frozen=True, kw_only=True)
class NationalCode:
    """How one of our codes is said in a national list: the item it fills, our code, the national one."""

    item: str
    ours: str
    national: str


@dataclass(frozen=True, kw_only=True)
class PublishedDay:
    """The day on which the publisher says that a window for one month closes; it counts before any rule."""

    month: date
    kind: WindowKind
    closes_on: date


@dataclass(frozen=True, kw_only=True)
class Window:
    """When a month's data may be given: until its last working day, so many months after the month itself."""

    kind: WindowKind
    title: str = field(metadata=WORDING)
    months_after: int


@dataclass(frozen=True, kw_only=True)
class NationalReturn(Declaration):
    """One return to the nation, made month by month for each provider.

    `data_set` names the written specification that the house knows. `commissioner` and `providers` are organisations
    with an ODS code. What `codes` does not say stays empty in the file, and the checks say so.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    data_set: str
    standard: str = field(metadata=WORDING)
    source: str = field(metadata=WORDING)
    providers: tuple[str, ...]
    commissioner: str
    windows: tuple[Window, ...]
    published: tuple[PublishedDay, ...] = ()
    codes: tuple[NationalCode, ...] = ()
    still_needed: tuple[str, ...] = field(default=(), metadata=WORDING)

    def national(self, item: str, ours: str) -> str:
        """The national code, or nothing where the place has not said it."""
        return next((each.national for each in self.codes if each.item == item and each.ours == ours), "")


@dataclass(frozen=True, kw_only=True)
class SituationReport(Declaration):
    """One report that is counted when it is asked for. `measure` is the number whose rows it counts, for a response."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    about: ReportAbout
    measure: str | None = None
    definition: str = field(metadata=WORDING)
    source: str = field(metadata=WORDING)
    version: str = field(metadata=WORDING)
