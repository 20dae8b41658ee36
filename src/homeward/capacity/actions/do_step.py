"""How is a step of an action card done, so that everybody sees who did it?"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward.capacity.actions.switch_on import teams_of
from homeward.capacity.models import CardRun, StepDone
from homeward.capacity.queries.cards import run_of
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound


@action("surge.do_step")
def do_step(*, run_id: UUID, step_code: str, by: Actor, at: datetime, note: str = "") -> Happening[None]:
    """The step is done, by whoever says so. Raises Clash when somebody did it already, NotFound when the card is stood down."""
    CardRun.objects.select_for_update().filter(id=run_id).first()
    run = run_of(run_id)
    if run is None or run.off_at is not None:
        raise NotFound("This card is not on any more.", next_step="Nothing is left to do on it.")
    if step_code not in {each.code for each in run.card.steps}:
        raise Invalid({"step": "Choose a step of this card."})
    try:
        with transaction.atomic():
            StepDone.objects.create(
                run_id=run_id, step_code=step_code, note=note.strip()[:500], at=at, actor_name=by.name,
                organisation_code=by.organisation,
            )  # fmt: skip
    except IntegrityError:
        did = StepDone.objects.filter(run=run_id, step_code=step_code).first()
        who, when = (did.actor_name, did.at) if did else ("Somebody", at)
        raise Clash(f"{who} has already done this.", who=who, when=when, next_step="Choose another step.") from None
    return Happening(
        result=None, subject_kind="surge", subject_id=run_id, person_id=None, teams=teams_of(run.card),
        facts={"card": run.card.code, "step": step_code, "note": note.strip()[:500]},
    )  # fmt: skip
