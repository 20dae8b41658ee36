"""How do people come onto the books whom a delivery speaks of and nobody here knows? Together, but never twice."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.people.api import PersonDetails, register_many
from homeward.records.actions.imports.house import on_behalf, step
from homeward.records.actions.imports.persons import decide, details_of, keep
from homeward.records.models import Subject

PEOPLE = 500
Progress = Callable[[str, int, int], None]


def register(run_id: UUID, *, by: Actor, at: datetime, progress: Progress) -> None:
    """Register everyone who is still new. Each is looked for once more first: another delivery may have been quicker."""
    done = 0
    while True:
        with step(run_id, by=by, at=at) as run:
            waiting = list(Subject.objects.filter(run=run, how="new").order_by("id")[:PEOPLE])
            if not waiting:
                return
            decide(waiting, source=run.source, today=london_day(at))
            fresh = _apart([each for each in waiting if each.how == "new"], run.source)
            ids = register_many(people=[details for _, details in fresh], by=on_behalf(by), at=at)
            for (subject, _), person_id in zip(fresh, ids, strict=True):
                subject.how, subject.person_id = "registered", person_id
            keep(waiting)
        done += len(fresh)
        progress("registering", done, 0)


def _apart(subjects: list[Subject], source: str) -> list[tuple[Subject, PersonDetails]]:
    """Those of whom nothing is shared; who shares a number or all details with one of them is looked for in the next round."""
    taken: set[object] = set()
    found = []
    for each in subjects:
        details = details_of(each, source)
        marks: set[object] = {("number", details.nhs_number)} if details.nhs_number else set()
        marks |= {("identifier", one.system, one.value) for one in details.identifiers}
        marks.add(
            ("details", details.family.casefold(), details.given.casefold(), details.birth_date, details.postcode)
        )
        if not marks & taken:
            found.append((each, details))
            taken |= marks
    return found
