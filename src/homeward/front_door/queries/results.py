"""What came of it all, in numbers that say how sure they are and what they cannot tell?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.front_door.queries.figures import Figure, figures
from homeward.front_door.rules.wilson import Share, wilson
from homeward.front_door.vocabulary import COUNTING

_COUNTS = """
select count(*) filter (where status = 'met'), count(*) filter (where status = 'not_met'),
       count(*) filter (where status = 'not_known'), count(*) filter (where status = 'too_early'),
       percentile_cont(0.5) within group (order by minutes) filter (where minutes is not null)
from ({rows}) as rows
"""


@dataclass(frozen=True, kw_only=True)
class Result:
    """One number counted. `not_known` and `too_early` are outside the share, and are said beside it. `middle` is in minutes."""

    figure: Figure
    share: Share
    not_known: int
    too_early: int
    middle: float | None


def results(*, days: int, by: Actor, at: datetime) -> Sequence[tuple[str, Sequence[Result]]]:
    """Every number over the last so many days, by group. Counted by the house over everybody; no name is read."""
    period = {"since": at - timedelta(days=days), "until": at}
    found: dict[str, list[Result]] = {}
    with gate.job(COUNTING, by=system(COUNTING), at=at, why=f"numbers of the front door, for {by.name}"):
        for figure in figures():
            found.setdefault(figure.group, []).append(_counted(figure, period))
    return list(found.items())


def _counted(figure: Figure, period: Mapping[str, Any]) -> Result:
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS.format(rows=figure.sql), {**period, **figure.values})
        met, not_met, not_known, too_early, middle = cursor.fetchone()
    return Result(
        figure=figure, share=wilson(met, met + not_met), not_known=not_known, too_early=too_early, middle=middle
    )
