"""What becomes of background work that was cut short, because its worker was killed or its machine went away?

Each worker says every few seconds that it is alive. Work held by one that has been silent is given to another, three tries
in all: work that kills whoever takes it up must not go round for ever. Then it is ended, and whoever registered for it by
`when_given_up` says so where people look. Work that may be cut short must bear being begun again.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction

TRIES = 3
SILENT_FOR = timedelta(seconds=30)
AT_ONCE = 100

GivenUp = Callable[..., object]
_told: dict[str, GivenUp] = {}
log = logging.getLogger(__name__)

_NEXT = """
select job.id, job.task_name, job.args::text, job.attempts
from procrastinate_jobs job left join procrastinate_workers worker on worker.id = job.worker_id
where job.status = 'doing' and job.id > %s and (worker.id is null or worker.last_heartbeat < now() - make_interval(secs => %s))
order by job.id limit 1 for update of job skip locked
"""
_AGAIN = "select procrastinate_retry_job_v2(%s, now(), null, null, null)"
_END = "select procrastinate_finish_job_v1(%s, 'failed', false)"


@dataclass(frozen=True, kw_only=True)
class _Job:
    id: int
    task: str
    args: Mapping[str, Any]
    tries: int


@dataclass(frozen=True, kw_only=True)
class TakenUp:
    """How many pieces of work go to another worker, and how many were given up."""

    again: int = 0
    given_up: int = 0


def when_given_up(task: str) -> Callable[[GivenUp], GivenUp]:
    """Marks what is called, with the task's own arguments, when work on `task` was cut short for the last time."""

    def mark(tell: GivenUp) -> GivenUp:
        if _told.setdefault(task, tell) is not tell:
            raise ValueError(f"{task} is told of twice.")
        return tell

    return mark


def take_up_cut_short() -> TakenUp:
    """Look once at all work that was cut short. Several workers may do so at the same time: each piece is taken by one."""
    again = given_up = after = 0
    for _ in range(AT_ONCE):
        with transaction.atomic():
            job = _next(after)
            if job is None:
                break
            after = job.id
            try:
                with transaction.atomic():
                    if _one_more_try(job):
                        again += 1
                    else:
                        given_up += 1
            except Exception:  # whatever it is, the next piece of work must still be taken up; this one is tried again
                log.exception("Work that was cut short could not be taken up: %s (%s)", job.task, job.id)
    return TakenUp(again=again, given_up=given_up)


def _next(after: int) -> _Job | None:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [after, SILENT_FOR.total_seconds()])
        row = cursor.fetchone()
    return _Job(id=row[0], task=row[1], args=json.loads(row[2]), tries=row[3] + 1) if row else None


def _one_more_try(job: _Job) -> bool:
    """Give it back to the queue, or end it when it had its tries; says whether it will be tried again."""
    if job.tries < TRIES:
        try:
            with transaction.atomic():
                _run(_AGAIN, job.id)
            return True
        except IntegrityError:  # the same work, of which one may wait at a time, waits already: nothing is lost
            _run(_END, job.id)
            return False
    _run(_END, job.id)
    log.error("Work was cut short %s times and is given up: %s (%s)", job.tries, job.task, job.id)
    if job.task in _told:
        _told[job.task](**job.args)
    return False


def _run(sql: str, job_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [job_id])
