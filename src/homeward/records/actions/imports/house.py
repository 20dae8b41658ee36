"""Under which name does the house bring in what partners sent, and how is its work let to see every row?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward.access.api import declare_job, gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, Refused
from homeward.foundation.one_at_a_time import alone
from homeward.records.models import Run
from homeward.records.vocabulary import IMPORTS_JOB as JOB

declare_job(
    JOB,
    words="bringing in what partners sent",
    permits=("import.*", "record.keep", "person.register", "person.correct"),
    pages=True,
)


def importer() -> Actor:
    """The house, when a command and not a colleague asks."""
    return system(JOB)


def on_behalf(by: Actor) -> Actor:
    """The house, doing the many small steps of a delivery in the name of whoever asked."""
    return replace(by, kind="system", role=JOB, teams=(), purpose="bringing in what partners sent")


@contextmanager
def step(run_id: UUID, *, by: Actor, at: datetime) -> Iterator[Run]:
    """One transaction of a delivery's work, with the gate open for it. Only one at a time works on one delivery."""
    with alone("delivery", run_id), gate.job(JOB, by=on_behalf(by), at=at):
        yield found(run_id)


def found(run_id: UUID) -> Run:
    """The delivery. Raises NotFound."""
    run = Run.objects.filter(id=run_id).first()
    if run is None:
        raise NotFound("There is no such delivery.", next_step="Look at the list of deliveries.")
    return run


class OvertakenBy(Refused):
    """Another process works on the same delivery."""

    def __init__(self) -> None:
        super().__init__(
            "Another process is reading this delivery.", next_step="Wait for it, then look at the delivery."
        )
