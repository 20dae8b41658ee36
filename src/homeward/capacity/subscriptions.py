"""What does the ledger do by itself? What was taken for a need is given back when the need ends, and it stops waiting."""

from homeward.access import api as access
from homeward.capacity.actions.count_unmet import settle_unmet
from homeward.capacity.actions.release import release
from homeward.capacity.models import Booking
from homeward.capacity.vocabulary import JOB, KEPT
from homeward.foundation import events
from homeward.foundation.events import EventRow

ENDINGS = ("referral.close", "referral.revoke", "referral.advise")
TAKEN_UP = (*ENDINGS, "referral.accept")


def subscribe_all() -> None:
    """Hear of needs that end or are taken up."""
    access.declare_job(
        JOB, words="giving back what was kept, asking about old numbers and watching the pressure",
        permits=("capacity.release", "capacity.let_go", "capacity.nudge", "surge.note_level"),
    )  # fmt: skip
    for kind in ENDINGS:
        events.subscribe(kind, give_back)
    for kind in TAKEN_UP:
        events.subscribe(kind, no_longer_waits)


def give_back(event: EventRow) -> None:
    """Release what is kept for the need; whoever is in a bed stays in it until they have left. Advice that does not close it ends nothing."""
    if event.facts.get("closes") is False:
        return
    for booking in Booking.objects.filter(subject_id=event.subject_id, state__in=KEPT):
        release(booking_id=booking.id, by=access.system(JOB), at=event.at, why=event.kind)


def no_longer_waits(event: EventRow) -> None:
    """Stop counting the need as unmet, unless it goes on after advice."""
    if event.facts.get("closes") is False:
        return
    settle_unmet(subject_id=event.subject_id, at=event.at)
