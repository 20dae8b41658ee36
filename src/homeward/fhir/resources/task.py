"""How is something to be done for a person shown as a FHIR Task (UK Core)?"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from homeward.episodes.api import Task, person_of_task
from homeward.fhir.door.route import Call
from homeward.fhir.resources.pointing import moment, period, to_patient, to_team, without_empty
from homeward.fhir.resources.shown import Shown
from homeward.foundation.errors import NotFound

KIND = "Task"
PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Task"


def whose(id: UUID) -> UUID | None:
    """The person of a task; None when there is no such task."""
    try:
        return person_of_task({"task_id": id})
    except NotFound:
        return None


def get(id: UUID, call: Call) -> Shown | None:
    """One task, while its person's record is open."""
    return next(iter(_shown(Task.objects.filter(id=id))), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """All tasks about a person."""
    return _shown(Task.objects.filter(person_id=person_id))


def _shown(rows: Iterable[Task]) -> list[Shown]:
    return [
        Shown(
            kind=KIND,
            id=str(row.id),
            updated=row.done_at or row.added_at,
            effective=row.added_at,
            person_id=row.person_id,
            profile=PROFILE,
            made=without_empty(
                {
                    "status": _status(row),
                    "intent": "plan",
                    "description": row.title,
                    "focus": {"reference": f"ServiceRequest/{row.subject_id}"} if row.subject_kind == "referral" else None,
                    "for": to_patient(row.person_id),
                    "executionPeriod": period(None, row.done_at),
                    "authoredOn": moment(row.added_at),
                    "lastModified": moment(row.done_at or row.added_at),
                    "owner": to_team(row.owner_team),
                    "restriction": {"period": {"end": moment(row.due_at)}} if row.due_at else None,
                    "statusReason": {"text": row.stopped_why} if row.stopped_why else None,
                }
            ),
        )
        for row in rows
    ]


def _status(row: Task) -> str:
    if row.done_at is None:
        return "requested"
    return "cancelled" if row.stopped_why else "completed"
