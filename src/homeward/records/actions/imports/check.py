"""What would a delivery change? Each row is compared with what stands here; nothing of it is changed yet."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.records.actions.imports.house import found, step
from homeward.records.actions.imports.persons import decide, keep
from homeward.records.models import Row, Run, Subject
from homeward.records.rules.meaning import same_meaning
from homeward.records.rules.statements import COMPARE, DANGLING, MARK_DANGLING, MARK_DOUBLES, SAME_OR_NOT

PEOPLE = 500
BATCH = 10_000
Progress = Callable[[str, int, int], None]


def check(run_id: UUID, *, by: Actor, at: datetime, progress: Progress) -> None:
    """Compare whatever is not compared yet. Called again after a crash it goes on where the last batch ended."""
    _people(run_id, by=by, at=at, progress=progress)
    _doubles(run_id, by=by, at=at)
    total = Row.objects.none().count()
    done = 0
    while True:
        with step(run_id, by=by, at=at) as run:
            total = total or Row.objects.filter(run=run, state="read").count()
            batch = list(Row.objects.filter(run=run, state="read").order_by("id").values_list("id", flat=True)[:BATCH])
            if batch:
                compare(run, batch)
        if not batch:
            break
        done += len(batch)
        progress("comparing", done, total)
    with step(run_id, by=by, at=at) as run:
        if run.state == "checking":
            run.state, run.checked_at = "checked", at
            run.save(update_fields=["state", "checked_at"])


def compare(run: Run, rows: list[int]) -> None:
    """Say of each of these rows whether it is new, changed, the same, in doubt or refused. Inside a step."""
    with connection.cursor() as cursor:
        cursor.execute(COMPARE, [run.source, rows])
        cursor.execute(SAME_OR_NOT, [rows])
        same = [id for id, ours, theirs in cursor.fetchall() if same_meaning(ours, theirs)]
        if same:
            cursor.execute("update records_row set state = 'same' where id = any (%s)", [same])


def _people(run_id: UUID, *, by: Actor, at: datetime, progress: Progress) -> None:
    done = 0
    while True:
        with step(run_id, by=by, at=at) as run:
            waiting = list(Subject.objects.filter(run=run, how="read").order_by("id")[:PEOPLE])
            if not waiting:
                return
            decide(waiting, source=run.source, today=london_day(at))
            keep(waiting)
        done += len(waiting)
        progress("finding people", done, 0)


def _doubles(run_id: UUID, *, by: Actor, at: datetime) -> None:
    """What comes twice in one delivery, and references to what nobody sent: asked of the delivery as a whole."""
    if found(run_id).doubles_marked:
        return
    with step(run_id, by=by, at=at) as run, connection.cursor() as cursor:
        # Rows that were just copied in have no statistics, and row by row this would take the square of their number.
        cursor.execute("set local enable_nestloop = off")
        cursor.execute(MARK_DOUBLES, [run.id, run.id])
        treatment = next(iter(place().import_policies.values())).treatment("dangling_reference", source=run.source)
        if treatment != "accept":
            cursor.execute(DANGLING, [run.id, run.id])
            cursor.execute(MARK_DANGLING, [treatment == "refuse", treatment == "refuse", treatment == "refuse", run.id])
            cursor.execute("drop table dangling")
        cursor.execute("set local enable_nestloop = on")
        run.doubles_marked = True
        run.save(update_fields=["doubles_marked"])
