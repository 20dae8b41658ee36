"""How does what a delivery would change become so? Batch by batch; what changed here since is looked at again, not overwritten."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation import events
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.records.actions.details.note import compare
from homeward.records.actions.imports.house import found, on_behalf, step
from homeward.records.actions.imports.register import register
from homeward.records.models import Row, Run
from homeward.records.rules.statements import (
    ADD,
    AT_HAND,
    CHANGED_SINCE,
    DONE,
    KNOWN_BEFORE,
    OVERTAKEN,
    PUT_ASIDE,
    REPLACE,
    TELL,
)

BATCH = 4000
WAITING = ("new", "changed")
Progress = Callable[[str, int, int], None]


@action("import.apply")
def begin(*, run_id: UUID, by: Actor, at: datetime) -> Happening[None]:
    """From now on the delivery changes records; its first moment is kept, so that a resumed one writes the same."""
    run = found(run_id)
    if run.state not in ("checked", "applying", "applied"):
        raise Refused("This delivery was not compared to its end yet.", next_step="Resume it first.")
    run.state, run.applied_at = "applying", run.applied_at or at
    run.save(update_fields=["state", "applied_at"])
    return Happening(
        result=None, subject_kind="import", subject_id=run.id, person_id=None, facts={"source": run.source}
    )


def apply(run_id: UUID, *, by: Actor, at: datetime, progress: Progress) -> None:
    """Apply whatever is new or changed and not applied yet. Called again after a crash it goes on with the next batch."""
    if found(run_id).state != "applying":
        begin(run_id=run_id, by=by, at=at)
    moment = found(run_id).applied_at or at
    register(run_id, by=by, at=moment, progress=progress)
    done = total = 0
    while True:
        with step(run_id, by=by, at=at) as run:
            waiting = Row.objects.filter(run=run, state__in=WAITING)
            total = total or waiting.count()
            batch = list(waiting.order_by("id").values_list("id", flat=True)[:BATCH])
            if not batch:
                run.state = "applied"
                run.save(update_fields=["state"])
                return
            apply_rows(run, batch, by=by, at=moment)
        done += len(batch)
        progress("applying", done, total)


def apply_rows(run: Run, rows: list[int], *, by: Actor, at: datetime) -> None:
    """Make these rows so, unless something changed since they were compared. Inside a step."""
    house = on_behalf(by)
    with connection.cursor() as cursor:
        cursor.execute(CHANGED_SINCE, [rows])
        cursor.execute(AT_HAND, [rows])
        new, changed, patients = cursor.fetchone()
        cursor.execute(ADD, [run.source, at, rows])
        added = cursor.fetchall()
        if len(added) < new:
            cursor.execute(OVERTAKEN, [rows, [row[0] for row in added]])
        if changed:
            cursor.execute(PUT_ASIDE, [at, rows])
            cursor.execute(REPLACE, [at, rows])
        cursor.execute(
            TELL,
            [
                at, run.id, house.user_id, house.name, house.kind, house.organisation, house.role, house.purpose,
                run.source, str(run.id), rows,
            ],
        )  # fmt: skip
        told = cursor.fetchall()
        known_before = []
        if patients:
            cursor.execute(KNOWN_BEFORE, [rows])
            known_before = [row[0] for row in cursor.fetchall()]
        cursor.execute(DONE, [rows])
    _announce(told, house, at)
    compare(known_before, by=house, at=at)


def _announce(told: list[tuple[Any, ...]], house: Actor, at: datetime) -> None:
    """Who listens to what is kept hears of these people too, in the transaction of the batch."""
    every = [
        events.EventRow(
            xid=xid, position=position, id=id, recorded_at=recorded_at, kind="record.keep", at=at, person_id=person_id,
            subject_kind="record", subject_id=subject_id, actor_id=house.user_id, actor_name=house.name,
            actor_kind=house.kind, organisation=house.organisation, role=house.role, purpose=house.purpose,
            facts=json.loads(facts) if isinstance(facts, str) else facts,
        )
        for xid, position, recorded_at, id, person_id, subject_id, facts in told
    ]  # fmt: skip
    events.tell_of_many("record.keep", every)
