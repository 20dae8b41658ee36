"""Which time and which area does a board's address ask for?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.http import QueryDict

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.grammar.api import Area, AreaKind
from homeward.measures import api as measures

PERIODS = {"26": "26 weeks", "52": "52 weeks", "24m": "24 months"}
USUAL = "52"  # what the watch for changes looks at too, so that a board and a message cannot disagree


@dataclass(frozen=True, kw_only=True)
class BoardAsked:
    """What is asked of every number of the board. `area` None: the whole place."""

    asked: measures.Asked
    period: str
    area: Area | None
    day: date

    def link(self, **changes: str) -> str:
        """The same asking with some parts changed, as an address's query."""
        kept = {
            "period": self.period if self.period != USUAL else "",
            "area": self.area.code if self.area else "",
        } | changes
        return urlencode({name: value for name, value in kept.items() if value})

    @property
    def where(self) -> str:
        """Whom it is about, in words."""
        return self.area.name if self.area else directory.place().name


def read(query: QueryDict, *, kinds: tuple[AreaKind, ...], now: datetime) -> BoardAsked:
    """What makes no sense, an area of another kind or one that no longer stands is left out."""
    today = london_day(now)
    period = query.get("period", USUAL)
    period = period if period in PERIODS else USUAL
    area = directory.place().areas.get(query.get("area", "")[:80])
    if area is None or area.kind not in kinds or not area.stands_on(today):
        area = None
    cut = measures.NARROWED[area.kind] if area else ""
    first = _months_ago(today, 23) if period == "24m" else measures.monday_of(today) - timedelta(weeks=int(period) - 1)
    asked = measures.Asked(
        first=first, last=today, cut=cut, value=area.code if area else "", every="month" if period == "24m" else "week"
    )
    return BoardAsked(asked=asked, period=period, area=area, day=today)


def _months_ago(day: date, months: int) -> date:
    since = day.year * 12 + day.month - 1 - months
    return date(since // 12, since % 12 + 1, 1)
