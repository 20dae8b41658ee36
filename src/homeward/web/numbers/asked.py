"""Which weeks and which part of a number does this address ask for?"""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.http import QueryDict

from homeward.foundation.moments import london_day
from homeward.measures import api as measures
from homeward.measures.api import CUTS, NARROWINGS, Asked

PERIODS = {"12": "Last 12 weeks", "26": "Last 26 weeks", "52": "Last 52 weeks"}
USUAL = "26"


def read(asked: QueryDict, *, now: datetime) -> tuple[Asked, str]:
    """The asking, and the chosen period's code; a single week when `week` names its Monday. What makes no sense is left out."""
    today = london_day(now)
    weeks = asked.get("weeks", USUAL)
    weeks = weeks if weeks in PERIODS else USUAL
    first = measures.monday_of(today) - timedelta(weeks=int(weeks) - 1)
    last = today
    if (monday := _day(asked.get("week", ""))) is not None:
        first, last = monday, monday + timedelta(days=6)
    cut = asked.get("cut", "") if asked.get("cut", "") in CUTS else ""
    status = asked.get("status", "") if asked.get("status", "") in NARROWINGS else ""
    return Asked(
        first=first, last=last, cut=cut, value=asked.get("value", "")[:80] if cut else "", status=status
    ), weeks


def query(asked: QueryDict, **changes: str) -> str:
    """The same address's query with some parts changed; empty ones left out."""
    kept = {name: asked.get(name, "") for name in ("weeks", "week", "cut", "value", "status")} | changes
    return urlencode({name: value for name, value in kept.items() if value or (name == "value" and kept["cut"])})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
