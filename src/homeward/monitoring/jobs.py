"""What does monitoring do by the clock, day and night? Every minute it raises what is late and climbs what nobody has taken."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.access.api import gate, system
from homeward.foundation.errors import Refused
from homeward.monitoring.actions.climb import climb
from homeward.monitoring.actions.overdue import miss
from homeward.monitoring.queries.due import climbs_due, misses_due
from homeward.monitoring.vocabulary import JOB, Kind

KINDS: tuple[Kind, ...] = ("late", "review")


def watch(at: datetime) -> dict[str, int]:
    """Raise what is late, then climb; how many of each. One person's trouble never keeps the next from being told."""
    done: dict[str, int] = {}
    for kind in KINDS:
        due = _asked(partial(misses_due, kind, at), at)
        done[kind] = _each(due, partial(_miss, kind=kind, at=at))
    done["climbed"] = _each(_asked(lambda: climbs_due(at), at), lambda id: climb(alert_id=id, by=system(JOB), at=at))
    return done


def _miss(stay_id: UUID, *, kind: Kind, at: datetime) -> None:
    miss(stay_id=stay_id, kind=kind, by=system(JOB), at=at)


def _asked(ask: Callable[[], list[UUID]], at: datetime) -> list[UUID]:
    with gate.job(JOB, by=system(JOB), at=at):
        return ask()


def _each(due: Sequence[UUID], do: Callable[[UUID], object]) -> int:
    done, faults = 0, []
    for id in due:
        try:
            do(id)
            done += 1
        except Refused:  # a colleague or another worker was quicker
            continue
        except Exception as fault:  # whatever it is, the next person must still be told of
            faults.append(fault)
    if faults:
        raise ExceptionGroup(f"{len(faults)} of {len(due)} could not be told", faults)
    return done


# Two may run at once: each deed is asked for again under its stay's lock.
@app.periodic(cron="* * * * *")
@app.task(name="monitoring.watch", queueing_lock="monitoring.watch", pass_context=False)
def every_minute(timestamp: int) -> None:
    """Watch, as of the minute."""
    watch(datetime.fromtimestamp(timestamp, tz=UTC))
