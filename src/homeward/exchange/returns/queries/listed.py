"""Which returns were made, how far is each, and which stand as given? For whoever may see returns; it names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.models import NationalReturn
from homeward.exchange.returns.queries.declared import declared, returns_declared
from homeward.exchange.returns.rules.months import Due, Month, due, dues, month_of
from homeward.exchange.returns.vocabulary import MOVING
from homeward.foundation.moments import london_day
from homeward.grammar.api import NationalReturn as Declared
from homeward.grammar.api import WindowKind

MOST = 60
BACK, AHEAD = 2, 4


@dataclass(frozen=True, kw_only=True)
class ReturnRowView:
    """One return as a list shows it."""

    id: UUID
    title: str
    provider: str
    provider_name: str
    month: Month
    kind: str
    state: str
    asked_by: str
    asked_at: datetime
    done: int
    total: int
    rows: int
    stops: int
    rejected: int
    warnings: int
    sha256: str
    words: str
    submitted_at: datetime | None
    submitted_by: str
    submitted_why: str
    due: Due

    @property
    def moving(self) -> bool:
        return self.state in MOVING

    @property
    def late(self) -> bool:
        """Was it submitted after its window had closed?"""
        return self.submitted_at is not None and london_day(self.submitted_at) > self.due.closes_on


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """One closing day, and how it stands for each provider: the newest return of the kind, if there is one."""

    declared: Declared
    due: Due
    days_left: int
    stands: Sequence[tuple[str, str, ReturnRowView | None]]


def listed(*, month: date | None = None) -> Sequence[ReturnRowView]:
    """The newest first; those that gave way to a newer one are left out."""
    found = NationalReturn.objects.exclude(state="replaced")
    if month is not None:
        found = found.filter(month=month)
    return [view_of(row) for row in found.order_by("-month", "-asked_at", "id")[:MOST]]


def deadlines(*, at: datetime) -> Sequence[Deadline]:
    """The closing days around today, soonest first, each with what was made or given for it."""
    since, today = month_of(london_day(at)).later(-BACK).first, london_day(at)
    made = [
        view_of(row) for row in NationalReturn.objects.filter(month__gte=since).exclude(state__in=("replaced", "failed")).order_by("asked_at")
    ]  # fmt: skip
    newest = {(row.month.first, row.kind, row.provider, row.due.window): row for row in made}
    found = []
    for each in returns_declared():
        for closing in dues(each, today=today, back=BACK, ahead=AHEAD - BACK):
            stands = [
                (code, name_of(code), newest.get((closing.month.first, closing.window.kind, code, closing.window)))
                for code in each.providers
            ]
            found.append(
                Deadline(declared=each, due=closing, days_left=(closing.closes_on - today).days, stands=stands)
            )
    return found


def view_of(row: NationalReturn) -> ReturnRowView:
    """The row with the words that a page needs."""
    named, month = declared(row.return_code), Month(first=row.month)
    kind: WindowKind = "final" if row.kind == "final" else "provisional"
    return ReturnRowView(
        id=row.id, title=named.title, provider=row.provider, provider_name=name_of(row.provider), month=month, kind=row.kind,
        state=row.state, asked_by=row.asked_by, asked_at=row.asked_at, done=row.done, total=row.total, rows=row.rows,
        stops=row.stops, rejected=row.rejected, warnings=row.warnings, sha256=row.sha256, words=row.words,
        submitted_at=row.submitted_at, submitted_by=row.submitted_by, submitted_why=row.submitted_why,
        due=due(named, month, kind),
    )  # fmt: skip


def name_of(organisation: str) -> str:
    """The name of an organisation, or its code when it is no longer declared."""
    found = directory.place().organisations.get(organisation)
    return found.name if found else organisation
