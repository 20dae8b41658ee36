"""How many alerts does a ward get for each patient-day, how many were acted on, and how long did they wait?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.monitoring.vocabulary import KIND_WORDS

_BURDEN = """
with days as (
    select coalesce(sum(extract(epoch from least(coalesce(s.ended_at, %(until)s), %(until)s) - greatest(s.started_at, %(since)s))), 0) / 86400 as n
    from monitoring_stay s
    where s.team_code = any (%(teams)s) and s.started_at < %(until)s and coalesce(s.ended_at, %(until)s) > %(since)s
)
select a.kind, (select n from days), coalesce(sum(a.raised), 0), count(*) filter (where a.helped), count(*) filter (where a.helped is false),
       count(*) filter (where a.closed_at is not null and a.helped is null), count(*) filter (where a.closed_at is null),
       percentile_cont(0.5) within group (order by extract(epoch from coalesce(a.taken_at, a.closed_at) - a.raised_at)) / 60,
       count(*) filter (where a.rung > 0)
from (select 1) one
left join monitoring_alert a on a.team_code = any (%(teams)s) and a.first_at >= %(since)s and a.first_at < %(until)s
group by a.kind order by a.kind
"""


@dataclass(frozen=True, kw_only=True)
class Burden:
    """One kind of alert in the period. `raised` counts those raised afresh too; `minutes` is the median until taken."""

    kind: str
    words: str
    raised: int
    helped: int
    not_helped: int
    ended_by_themselves: int
    open: int
    climbed: int
    minutes: float | None

    @property
    def acted_on(self) -> float | None:
        """The share of answered alerts on which something was done."""
        answered = self.helped + self.not_helped
        return self.helped / answered if answered else None


@dataclass(frozen=True, kw_only=True)
class Burdens:
    """A ward's alarms: patient-days watched, and each kind."""

    patient_days: float
    kinds: Sequence[Burden]

    @property
    def a_day(self) -> float | None:
        """Alerts for each patient-day."""
        return sum(each.raised for each in self.kinds) / self.patient_days if self.patient_days > 0 else None


def burden(teams: Sequence[str], *, since: datetime, until: datetime, by: Actor) -> Burdens:
    """Counted over everybody on these wards in the period, without names. Opens the gate for the asker's people."""
    with gate.worklist(by=by, at=until, what="alarm burden"), connection.cursor() as cursor:
        cursor.execute(_BURDEN, {"teams": list(teams), "since": since, "until": until})
        rows = cursor.fetchall()
    kinds = [
        Burden(
            kind=row[0], words=KIND_WORDS[row[0]], raised=int(row[2]), helped=row[3], not_helped=row[4],
            ended_by_themselves=row[5], open=row[6], minutes=None if row[7] is None else float(row[7]), climbed=row[8],
        )
        for row in rows if row[0] is not None
    ]  # fmt: skip
    return Burdens(patient_days=float(rows[0][1]) if rows else 0.0, kinds=kinds)
