"""What does each row of the board say, and what do the rows add up to by locality and kind?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from math import ceil

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.grammar.api import Service, Team
from homeward.web.capacity.board.filters import Wanted
from homeward.web.capacity.board.kinds import KINDS, Localities, kind_of
from homeward.web.page import PageRequest

PERIOD = timedelta(days=7)
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
    mine: bool
    may_report: bool
    waiting: int
    in_week: int
    oldest: datetime | None
    sort: int = 0

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


def rows_of(
    request: PageRequest,
    places: Localities,
    lines: Mapping[str, Sequence[capacity.Offer]],
    unmet: Sequence[capacity.UnmetCount],
) -> list[Row]:
    """Every team of every service, in the order of the services' titles: what the ledger and the unmet need say of each."""
    waits = {(each.service_code, each.team_code): each for each in unmet}
    found: list[Row] = []
    may_report = cache(lambda code: capacity.may_report_for(request.actor, code))
    for service in sorted(directory.place().services.values(), key=lambda each: each.title):
        for code in dict.fromkeys(provider.team for provider in service.providers):
            team = directory.team(code)
            known: list[capacity.Offer | None] = [
                line for line in lines.get(service.code, []) if line.team_code == code
            ]
            for line in known or [None]:
                count = waits.get((service.code, code))
                found.append(_row(request, service, team, line, places, count, len(found), may_report=may_report(code)))
    return found


def _row(
    request: PageRequest, service: Service, team: Team, line: capacity.Offer | None, places: Localities,
    count: capacity.UnmetCount | None, sort: int, *, may_report: bool,
) -> Row:  # fmt: skip
    return Row(
        key=str(line.line_id) if line else f"{service.code}.{team.code}", service_code=service.code,
        service_title=service.title, unit=capacity.units_of(service.capacity_kind), kind=kind_of(service, team), sort=sort,
        pathways=service.pathways, locality=places.words(team), localities=places.of(team), team_code=team.code,
        team_name=team.name, where=", ".join(filter(None, (_site(line.site), line.skill))) if line else "", line=line,
        mine=team.code in request.actor.teams, may_report=may_report,
        waiting=count.waiting if count else 0, in_week=count.in_period if count else 0,
        oldest=count.oldest if count else None,
    )  # fmt: skip


def _site(code: str) -> str:
    known = directory.place().organisations.get(code)
    return known.name if known else code


def kept(rows: Sequence[Row], wanted: Wanted) -> list[Row]:
    """The rows that fit the filters."""
    return [
        row
        for row in rows
        if (not wanted.kind or row.kind == wanted.kind)
        and (not wanted.locality or _in(row, wanted.locality))
        and (not wanted.pathway or wanted.pathway in row.pathways)
        and (not wanted.service or row.service_code == wanted.service)
        and _shown(row, wanted.show)
    ]


def _in(row: Row, locality: str) -> bool:
    return len(row.localities) != 1 if locality == EVERYWHERE else locality in row.localities


def _shown(row: Row, show: str) -> bool:
    match show:
        case "mine":
            return row.mine
        case "free":
            return row.line is not None and bool(row.line.free)
        case "stale":
            return row.line is None or row.line.stale
        case "unmet":
            return row.waiting > 0
        case _:
            return True


def by_locality(rows: Sequence[Row], names: dict[str, str]) -> list[tuple[str, str, list[Sum]]]:
    """Code and name of each locality, and a sum for each kind: what serves it alone; then what serves several."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[next(iter(row.localities)) if len(row.localities) == 1 else EVERYWHERE].append(row)
    order = [*((code, name) for code, name in names.items()), (EVERYWHERE, "More than one")]
    return [(code, name, sums(held[code])) for code, name in order if held[code]]


def sums(rows: Sequence[Row]) -> list[Sum]:
    """One for each kind, whether or not there is any of it."""
    found = []
    for kind, words in KINDS.items():
        mine = [row for row in rows if row.kind == kind]
        known = [row.line for row in mine if row.line is not None and row.line.free is not None]
        waits = {(row.service_code, row.team_code): row.waiting for row in mine}
        found.append(
            Sum(
                kind=kind, words=words, rows=len(mine), free=sum(line.free or 0 for line in known), known=len(known),
                old=sum(row.line is None or row.line.stale for row in mine), waiting=sum(waits.values()),
            )
        )  # fmt: skip
    return found
