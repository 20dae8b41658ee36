"""What does each row of the board say, and what do the rows add up to by locality and kind?"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.grammar.api import Service, Team
from homeward.web.capacity.board.filters import Wanted
from homeward.web.capacity.board.kinds import KINDS, Localities, kind_of

EVERYWHERE = "everywhere"
PAGE_SIZE = 60


@dataclass(frozen=True, kw_only=True)
class Row:
    """One team of one service: its line when it was ever reported, and the needs it had no room for."""

    key: str
    service_code: str
    service_title: str
    unit: str
    kind: str
    pathways: tuple[str, ...]
    locality: str
    localities: frozenset[str]
    team_code: str
    team_name: str
    where: str
    line: capacity.Offer | None
    waiting: int
    in_week: int
    oldest: datetime | None
    sort: int
    may_report: bool = False

    def seen(self, *, may_report: bool, at: datetime) -> "Row":
        """As somebody sees it who may, or may not, report it; with its age at this moment."""
        line = self.line.told(at) if self.line else None
        return replace(self, line=line, may_report=may_report)

    @property
    def life(self) -> int:
        """How much of its shelf-life is left, in quarters: 0 (past it) to 4 (new)."""
        return ceil(self.line.life_left * 4) if self.line else 0

    @property
    def mark(self) -> str:
        """Changes whenever anything shown does, but for the ageing by the minute."""
        line = self.line
        shown = f"{line.free}.{line.of}.{line.closed}.{line.as_of}.{line.stale}.{self.life}" if line else "none"
        return f"{shown}.{self.waiting}.{self.in_week}"

    @property
    def said(self) -> str:
        """What a screen reader hears when the row changes."""
        return f"{self.service_title}, {self.team_name}: {self.line.words if self.line else 'not reported'}"


@dataclass(frozen=True, kw_only=True)
class Sum:
    """One cell of the picture: what is free of what is known, how many numbers are old, how many needs wait."""

    kind: str
    words: str
    rows: int
    free: int
    known: int
    old: int
    waiting: int


def rows_of(seen: capacity.Picture, places: Localities) -> list[Row]:
    """Every team of every service, in the order of the services' titles: what the ledger and the unmet need say of each."""
    waits = {(each.service_code, each.team_code): each for each in seen.unmet}
    found: list[Row] = []
    for service in sorted(directory.place().services.values(), key=lambda each: each.title):
        known: dict[str, list[capacity.Offer]] = defaultdict(list)
        for line in seen.lines.get(service.code, ()):
            known[line.team_code].append(line)
        for code in dict.fromkeys(provider.team for provider in service.providers):
            team, count = directory.team(code), waits.get((service.code, code))
            lines: Sequence[capacity.Offer | None] = known[code] or [None]
            found += [_row(service, team, line, places, count, len(found) + at) for at, line in enumerate(lines)]
    return found


def _row(
    service: Service, team: Team, line: capacity.Offer | None, places: Localities, count: capacity.UnmetCount | None,
    sort: int,
) -> Row:  # fmt: skip
    return Row(
        key=str(line.line_id) if line else f"{service.code}.{team.code}", service_code=service.code,
        service_title=service.title, unit=capacity.units_of(service.capacity_kind), kind=kind_of(service, team), sort=sort,
        pathways=service.pathways, locality=places.words(team), localities=places.of(team), team_code=team.code,
        team_name=team.name, where=", ".join(filter(None, (_site(line.site), line.skill))) if line else "", line=line,
        waiting=count.waiting if count else 0, in_week=count.in_period if count else 0,
        oldest=count.oldest if count else None,
    )  # fmt: skip


def _site(code: str) -> str:
    known = directory.place().organisations.get(code)
    return known.name if known else code


def kept(rows: Sequence[Row], wanted: Wanted, *, teams: Collection[str]) -> list[Row]:
    """The rows that fit the filters of somebody who works for these teams."""
    return [
        row
        for row in rows
        if (not wanted.kind or row.kind == wanted.kind)
        and (not wanted.locality or _in(row, wanted.locality))
        and (not wanted.pathway or wanted.pathway in row.pathways)
        and (not wanted.service or row.service_code == wanted.service)
        and (not wanted.skill or row.line is not None and row.line.skill == wanted.skill)
        and _shown(row, wanted.show, teams)
    ]


def _in(row: Row, locality: str) -> bool:
    return len(row.localities) != 1 if locality == EVERYWHERE else locality in row.localities


def _shown(row: Row, show: str, teams: Collection[str]) -> bool:
    match show:
        case "mine":
            return row.team_code in teams
        case "free":
            return row.line is not None and bool(row.line.free)
        case "stale":
            return row.line is None or row.line.stale
        case "unmet":
            return row.waiting > 0
        case _:
            return True


def by_locality(rows: Sequence[Row], names: Mapping[str, str]) -> list[tuple[str, str, list[Sum]]]:
    """Code and name of each locality, and a sum for each kind: what serves it alone; then what serves several."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[next(iter(row.localities)) if len(row.localities) == 1 else EVERYWHERE].append(row)
    order = [*((code, name) for code, name in names.items()), (EVERYWHERE, "More than one")]
    return [(code, name, sums(held[code])) for code, name in order if held[code]]


def sums(rows: Sequence[Row]) -> list[Sum]:
    """One for each kind, whether or not there is any of it."""
    held: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in rows:
        held[row.kind].append(row)
    return [_sum(kind, words, held[kind]) for kind, words in KINDS.items()]


def _sum(kind: str, words: str, rows: Sequence[Row]) -> Sum:
    known = [row.line.free for row in rows if row.line is not None and row.line.free is not None]
    waits = {(row.service_code, row.team_code): row.waiting for row in rows}
    return Sum(
        kind=kind, words=words, rows=len(rows), free=sum(known), known=len(known),
        old=sum(row.line is None or row.line.stale for row in rows), waiting=sum(waits.values()),
    )  # fmt: skip
