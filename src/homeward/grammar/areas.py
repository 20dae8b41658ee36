"""Which areas does a place have, and which lies within which, from when to when?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

AreaKind = Literal["place", "council", "locality", "constituency", "ward", "pcn", "neighbourhood", "practice_list"]


@dataclass(frozen=True, kw_only=True)
class AreaLink:
    """This area lay within another from one day up to and including another (None = still does).

    `whole=False`: only part of it does (a constituency that crosses a council border).
    """

    code: str
    valid_from: date
    valid_to: date | None = None
    whole: bool = True

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Area(Declaration):
    """A piece of the map or of a register: dated, and a member of as many others as is true.

    `national_code` is the published code where it differs from `code` (an ONS or ODS code).
    `valid_from` is the first day its source vouches for. `named=False` marks a slot whose name its owner has not yet given. `centre` is (latitude, longitude)
    of the middle of the shape; `tile` is (column, row) on the schematic map; `registered` is people on
    the list in `counted_in`; `deprivation` is the mean IMD 2025 decile of its small areas (1 = most deprived).
    """

    name: str
    kind: AreaKind
    valid_from: date
    valid_to: date | None = None
    within: tuple[AreaLink, ...] = ()
    national_code: str | None = None
    named: bool = field(default=True, metadata=WORDING)
    centre: tuple[float, float] | None = field(default=None, metadata=WORDING)
    tile: tuple[int, int] | None = field(default=None, metadata=WORDING)
    registered: int | None = field(default=None, metadata=WORDING)
    counted_in: int | None = field(default=None, metadata=WORDING)
    deprivation: float | None = field(default=None, metadata=WORDING)
    postcode: str | None = field(default=None, metadata=WORDING)

    def stands_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def parents_on(self, day: date) -> tuple[str, ...]:
        return tuple(link.code for link in self.within if link.holds_on(day))
