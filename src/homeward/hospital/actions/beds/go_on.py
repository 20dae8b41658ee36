"""How does a stay in a recovery bed go on: goals, the day they are expected to leave, and the end?"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware, london_day, within_the_minute
from homeward.hospital.actions.beds import on_ledger
from homeward.hospital.actions.beds.keeping import barthel_fault, held_bed, kept
from homeward.hospital.models import BedGoal
from homeward.hospital.queries.person_of import person_of_bed_stay
from homeward.hospital.queries.policy import policy


@action("bed_stay.goal", about=person_of_bed_stay)
def set_goal(*, bed_stay_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """What they want to be able to do again, in their words; returns the goal's id. Raises Invalid."""
    row = held_bed(bed_stay_id, by=by)
    if not words.strip():
        raise Invalid({"words": "Write down what they want to be able to do again."})
    goal = BedGoal.objects.create(
        id=new_id(), person_id=row.person_id, bed_stay=row, words=words.strip(), set_at=at, told_by=by.name
    )
    told = kept(row, {"goal": str(goal.id)})
    return Happening(
        result=goal.id,
        subject_kind=told.subject_kind,
        subject_id=row.id,
        person_id=row.person_id,
        facts=told.facts,
        teams=told.teams,
    )


@action("bed_stay.plan", about=person_of_bed_stay)
def plan_bed_stay(
    *, bed_stay_id: UUID, expected_on: date, by: Actor, at: datetime, barthel: int | None = None
) -> Happening[UUID]:
    """When they are expected to leave, and the Barthel index they came with where it was missing. Raises Invalid."""
    row = held_bed(bed_stay_id, by=by)
    errors = barthel_fault(barthel)
    if expected_on < london_day(at):
        errors["expected_on"] = "The day they are expected to leave cannot have gone."
    if errors:
        raise Invalid(errors)
    before, row.expected_on, row.version = row.expected_on, expected_on, row.version + 1
    if row.barthel_in is None:
        row.barthel_in = barthel
    row.save()
    on_ledger.expect(row, by=by, at=at)
    return kept(row, {"expected_on": expected_on.isoformat(), "before": before.isoformat() if before else None})


@action("bed_stay.end", about=person_of_bed_stay)
def end_bed_stay(
    *, bed_stay_id: UUID, left_at: datetime, outcome: str, destination: str, by: Actor, at: datetime,
    barthel: int | None = None, words: str = "", goals: Mapping[UUID, bool] | None = None,
) -> Happening[UUID]:  # fmt: skip
    """They left the bed; `goals` says which were met. Outcome, destination and a Barthel index (or why there is none) are asked.

    Raises Invalid with a sentence for each that is missing.
    """
    row = held_bed(bed_stay_id, by=by)
    left_at = within_the_minute(aware(left_at), began=row.came_at)
    ends_at = policy().destination(destination)
    chosen = next((each for each in policy().bed_outcomes if each.code == outcome), None)
    errors = barthel_fault(barthel)
    if chosen is None:
        errors["outcome"] = "Choose how it ended."
    if ends_at is None:
        errors["destination"] = "Choose where they went."
    needs_words = barthel is None and ends_at is not None and ends_at.kind in ("home", "care_home")
    if (needs_words or (chosen is not None and chosen.asks_for_words)) and not words.strip():
        errors["words"] = (
            "Enter the Barthel index, or say why there is none." if needs_words else "Say more in your own words."
        )
    if left_at > at:
        errors["left_at"] = "Record it once they have left."
    elif left_at < row.came_at:
        errors["left_at"] = "That is before they came."
    if errors or ends_at is None:
        raise Invalid(errors)
    for goal in BedGoal.objects.filter(bed_stay=row):
        goal.state = "met" if (goals or {}).get(goal.id) else "not_met"
        goal.save(update_fields=["state"])
    row.left_at, row.barthel_out, row.outcome_code, row.outcome_words = left_at, barthel, outcome, words.strip()
    row.destination_code, row.version = ends_at.code, row.version + 1
    row.save()
    on_ledger.leave(row, left_at=aware(left_at), by=by, at=at)
    relationships.end(row.id, at=at)
    facts = {
        "site": row.site_code, "outcome": outcome, "destination": ends_at.code, "kind": ends_at.kind, "barthel_in": row.barthel_in,
        "barthel_out": barthel, "days": (london_day(aware(left_at)) - london_day(row.came_at)).days,
        "happened_at": aware(left_at).isoformat(),
    }  # fmt: skip
    return kept(row, facts)
