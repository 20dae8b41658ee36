"""How is an action card stood down? What it opened closes, and frees as people leave it."""

from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.actions.outside import lock
from homeward.capacity.actions.switch_on import teams_of
from homeward.capacity.models import Booking, CardRun, Unit
from homeward.capacity.queries.cards import run_of
from homeward.capacity.vocabulary import ACTIVE
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound


@action("surge.stand_down")
def stand_down(*, run_id: UUID, why: str, by: Actor, at: datetime) -> Happening[None]:
    """End the run. Nobody is moved: what is taken stays until they left, and nothing new is booked there."""
    run = CardRun.objects.select_for_update().filter(id=run_id, off_at=None).first()
    if run is None:
        raise NotFound("This card is not on any more.", next_step="Nothing is left to do on it.")
    if not why.strip():
        raise Invalid({"why": "Say why it is stood down."})
    run.off_at, run.off_by, run.off_why = at, by.name, why.strip()[:500]
    run.save(update_fields=["off_at", "off_by", "off_why"])
    for line_id in sorted(set(Unit.objects.filter(surge_run_id=run_id).values_list("line", flat=True))):
        lock(line_id)
    Unit.objects.filter(surge_run_id=run_id, withdrawn_at=None).update(state="closed", since=at)
    retire(at=at)
    view = run_of(run_id)
    teams = teams_of(view.card) if view else ()
    left = [each.step.code for each in view.steps if each.done_at is None] if view else []
    return Happening(
        result=None, subject_kind="surge", subject_id=run_id, person_id=None, teams=teams,
        facts={"card": run.card_code, "why": run.off_why, "not_done": left},
    )  # fmt: skip


def retire(*, at: datetime) -> int:
    """Take away surge units of stood-down cards that nobody has or will have; returns how many."""
    over = CardRun.objects.filter(off_at__isnull=False).values("id")
    taken = Booking.objects.filter(state__in=ACTIVE, period__overlap=DateTimeTZRange(at, None)).values("unit")
    return Unit.objects.filter(surge_run_id__in=over, withdrawn_at=None).exclude(id__in=taken).update(withdrawn_at=at)
