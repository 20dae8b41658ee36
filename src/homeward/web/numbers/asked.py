"""Which days, which part and how far apart: what does the address of a number ask for?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.http import QueryDict

from homeward.foundation.moments import london_day
from homeward.measures import api as measures
from homeward.measures.api import COMPARED, CUTS, EVERY, FIGURES_ONLY, NARROWINGS, Asked, Every


@dataclass(frozen=True, kw_only=True)
class Period:
    """A choice of days: so many whole weeks, months, quarters or years up to today."""

    words: str
    every: Every
    many: int


PERIODS: Mapping[str, Period] = {
    "26": Period(words="26 weeks", every="week", many=26),
    "52": Period(words="52 weeks", every="week", many=52),
    "24m": Period(words="24 months", every="month", many=24),
    "12q": Period(words="12 quarters", every="quarter", many=12),
    "5y": Period(words="5 years", every="year", many=5),
}
USUAL = "26"
OWN = "own"
MOST_DAYS = 366 * 10
KEPT = ("period", "from", "to", "every", "cut", "value", "status", "by", "as_of")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was asked, the chosen period's code ('own' for any days), and what was wrong with the days typed.

    `of`: the moment of the figure that the page was opened from.
    """

    asked: Asked
    period: str
    wrong: str = ""
    of: datetime | None = None


def read(asked: QueryDict, *, now: datetime) -> Reading:
    """What makes no sense is left out; of days that make none it is said why."""
    today = london_day(now)
    cut = asked.get("cut", "") if asked.get("cut", "") in {*CUTS, *COMPARED} - FIGURES_ONLY else ""
    status = asked.get("status", "") if asked.get("status", "") in NARROWINGS else ""
    of = _moment(asked.get("as_of", ""))
    part = {"cut": cut, "value": asked.get("value", "")[:80] if cut else "", "status": status}
    wrong = ""
    if asked.get("from") or asked.get("to"):
        first, last, wrong = _days(asked.get("from", ""), asked.get("to", ""), today)
        if first and last and not wrong:
            every = measures.every_called(asked.get("every", "")) or "week"
            return Reading(asked=Asked(first=first, last=last, every=every, **part), period=OWN, of=of)
    code = asked.get("period", USUAL) if asked.get("period", USUAL) in PERIODS else USUAL
    chosen = PERIODS[code]
    first = measures.begins(today, chosen.every)
    for _ in range(chosen.many - 1):
        first = measures.begins(first - timedelta(days=1), chosen.every)
    return Reading(asked=Asked(first=first, last=today, every=chosen.every, **part), period=code, wrong=wrong, of=of)


def query(asked: QueryDict, **changes: str) -> str:
    """The same address's query with some parts changed; empty ones left out."""
    kept = {name: asked.get(name, "") for name in KEPT} | changes
    return urlencode({name: value for name, value in kept.items() if value or (name == "value" and kept["cut"])})


def within(point: date, asked: Asked) -> dict[str, str]:
    """The days of one point of the chart, as parts of an address. Points of rare events are days, not periods."""
    last = min(measures.next_one(point, asked.every) - timedelta(days=1), asked.last)
    return {"from": max(point, asked.first).isoformat(), "to": last.isoformat(), "every": asked.every, "period": ""}


def said_days(asked: Asked) -> str:
    """How far apart the points are, in a word."""
    return EVERY[asked.every]


def _days(first: str, last: str, today: date) -> tuple[date | None, date | None, str]:
    begun, ended = _day(first), _day(last)
    if begun is None or (last and ended is None):
        return None, None, "Give both days, for example 1 April 2026 as 2026-04-01."
    ended = ended or today
    if begun > ended:
        return None, None, "The first day comes after the last one. Change one of them."
    if (ended - begun).days > MOST_DAYS:
        return None, None, "Choose ten years or less."
    return begun, ended, ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo else None
