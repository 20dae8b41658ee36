"""In which areas does something lie on a day? Climb from part to whole, as far as the dated links go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Areas:
    """The areas somebody belongs to on a day, one code of each kind (None: not known), and `all` of them.

    Where home and practice lead to different localities the practice's stands, because lists are kept by practice;
    `locality_of_home` keeps the other. `constituencies` may be several while old and new names are both in use.
    """

    practice: str | None = None
    ward: str | None = None
    neighbourhood: str | None = None
    pcn: str | None = None
    locality: str | None = None
    locality_of_home: str | None = None
    council: str | None = None
    constituency: str | None = None
    place: str | None = None
    constituencies: tuple[str, ...] = ()
    all: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Link:
    """One dated membership."""

    part: str
    whole: str
    valid_from: date
    valid_to: date | None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class AreaMap:
    """Every area's kind and name, every dated link, and the codes other bodies use for the same areas."""

    kinds: Mapping[str, str]
    links: Mapping[str, tuple[Link, ...]]
    known_as: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        *,
        kinds: Mapping[str, str],
        links: Iterable[Link],
        known_as: Mapping[str, str],
        names: Mapping[str, str] | None = None,
    ) -> "AreaMap":
        """A map from its parts, the links in any order."""
        by_part: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            by_part[link.part].append(link)
        return cls(kinds, {part: tuple(found) for part, found in by_part.items()}, known_as, names or {})

    def code_of(self, code: str | None) -> str | None:
        """Our code for an area given ours or the national one; None when the place does not know it."""
        if not code:
            return None
        return code if code in self.kinds else self.known_as.get(code)

    def above(self, start: str | None, *, on: date) -> list[str]:
        """The area itself and all that hold it on that day, nearest first."""
        found = [start] if start is not None and start in self.kinds else []
        for each in found:
            found.extend(
                link.whole
                for link in self.links.get(each, ())
                if link.holds_on(on) and link.whole not in found and link.whole in self.kinds
            )
        return found

    def areas_of(self, *, ward: str | None, practice: str | None, on: date) -> Areas:
        """The areas of somebody who lives in `ward` and is registered with `practice`."""
        ward, practice = self.code_of(ward), self.code_of(practice)
        by_practice, by_home = self.above(practice, on=on), self.above(ward, on=on)
        both = [*by_practice, *(code for code in by_home if code not in by_practice)]
        return Areas(
            practice=practice,
            ward=ward,
            neighbourhood=self._first("neighbourhood", both),
            pcn=self._first("pcn", both),
            locality=self._first("locality", both),
            locality_of_home=self._first("locality", by_home),
            council=self._first("council", [*by_home, *by_practice]),
            constituency=self._first("constituency", by_home),
            place=self._first("place", both),
            constituencies=tuple(code for code in by_home if self.kinds[code] == "constituency"),
            all=frozenset(both),
        )

    def _first(self, kind: str, codes: list[str]) -> str | None:
        return next((code for code in codes if self.kinds[code] == kind), None)
