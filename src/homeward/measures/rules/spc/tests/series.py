"""How is a series written short in tests?"""

from collections.abc import Sequence
from datetime import date, timedelta

from homeward.measures.rules.spc import SpcPoint

FIRST = date(2026, 1, 5)


def day(index: int) -> date:
    """The Monday so many weeks on."""
    return FIRST + timedelta(weeks=index)


def weeks(values: Sequence[float | None], *, of: Sequence[float] = (), ghosts: Sequence[int] = ()) -> list[SpcPoint]:
    """One point a week; `of` are denominators, `ghosts` the indexes of ghosts."""
    return [
        SpcPoint(at=day(index), value=value, denominator=of[index] if of else None, ghost=index in ghosts)
        for index, value in enumerate(values)
    ]
