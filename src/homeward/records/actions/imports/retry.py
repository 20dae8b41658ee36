"""How is what was rejected tried again? Judged anew from its text, its person looked for anew; what a colleague refused stays."""

from datetime import datetime
from uuid import UUID

from homeward.directory.api import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.records.actions.imports.house import found, step
from homeward.records.models import Row, Run, Subject
from homeward.records.rules.prepared import STAGED, House, prepare

BATCH = 1000
REFUSED_BY = "Rejected by "


def retry(*, run_id: UUID, by: Actor, at: datetime) -> int:
    """Make ready to be compared once more; returns how many rows."""
    tried = 0
    _begin(run_id=run_id, by=by, at=at)
    last = 0
    while True:
        with step(run_id, by=by, at=at) as run:
            rows = list(
                Row.objects.filter(run=run, state__in=("rejected", "clash"), id__gt=last).order_by("id")[:BATCH]
            )
            if not rows:
                return tried
            last = rows[-1].id
            tried += sum(_again(run, row, at) for row in rows)


@action("import.retry")
def _begin(*, run_id: UUID, by: Actor, at: datetime) -> Happening[None]:
    run = found(run_id)
    run.state, run.doubles_marked = "checking", False
    run.save(update_fields=["state", "doubles_marked"])
    with step(run_id, by=by, at=at):
        Subject.objects.filter(run=run, how__in=("unknown", "doubtful")).update(how="read", reason="", person_id=None)
    return Happening(
        result=None, subject_kind="import", subject_id=run.id, person_id=None, facts={"source": run.source}
    )


def _again(run: Run, row: Row, at: datetime) -> bool:
    """Was the row tried? Not when a colleague refused it, nor when its text could not be read at all."""
    if any(reason.startswith(REFUSED_BY) for reason in row.reasons or ()) or not row.body:
        return False
    declared = place()
    house = House(
        source=run.source, policy=next(iter(declared.import_policies.values())),
        sensitivities=tuple(declared.sensitivities.values()), at=at,
    )  # fmt: skip
    only_patient = row.whom if row.whom.startswith("Patient/") and row.kind != "Patient" else ""
    ready = prepare(row.body.encode(), house=house, source_id=row.source_id, only_patient=only_patient)
    for name, value in zip(STAGED, ready.values, strict=True):
        setattr(row, name, value)
    row.seen_version = None
    row.save()
    if ready.subject.key:
        Subject.objects.get_or_create(run=run, key=ready.subject.key, defaults={"patient": ready.subject.patient})
        if ready.subject.patient:
            fresh = Subject.objects.filter(run=run, key=ready.subject.key, patient="")
            fresh.update(patient=ready.subject.patient, how="read", person_id=None)
    return True
