"""How do the tests of the outbox come by people, referrals and ways out that behave as told?"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, system
from homeward.exchange.actions.deliver import deliver_due
from homeward.exchange.actions.tell_subscribers import tell_subscribers
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.trying import Outcome
from homeward.exchange.vocabulary import JOB


class Told:
    """A way out that answers what it is told to, in order, then that all arrived; it keeps what it was given."""

    def __init__(self, *answers: Outcome) -> None:
        self.answers = list(answers)
        self.keys: list[str] = []

    def deliver(self, row: Outgoing) -> Outcome:
        self.keys.append(row.key)
        return (
            self.answers.pop(0) if self.answers else Outcome(result="arrived", provider_id=f"theirs-{len(self.keys)}")
        )


def delivered(at: datetime, way: object | None = None) -> int:
    """Deliver what is due at that moment."""
    chosen: Callable[[Outgoing], object] = (lambda row: way) if way is not None else (lambda row: Told())
    return deliver_due(clock=lambda: at, way=chosen)  # type: ignore[arg-type]  # Told is a Way


def one_run(at: datetime) -> int:
    """What the job does at that moment, by the ways of life: what subscribers must hear is put down, what is due is sent."""
    tell_subscribers(at=at)
    return deliver_due(clock=lambda: at)


def outbox(person_id: UUID, at: datetime) -> list[Outgoing]:
    """What is or was to go out about this person, oldest first."""
    with gate.job(JOB, by=system(JOB), at=at):
        return list(Outgoing.objects.filter(person_id=person_id).order_by("queued_at", "id"))


def refusal(words: str, element: str) -> Outcome:
    """The receiver will not have it."""
    return Outcome(result="refused", words=words, element=element)
