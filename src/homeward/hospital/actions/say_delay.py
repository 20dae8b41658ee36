"""How is it written down what somebody waits for, and when they are expected to leave?"""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.hospital.actions.held import held
from homeward.hospital.models import Delay
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy


@action("stay.delay", about=person_of_stay)
def say_delay(*, stay_id: UUID, code: str, by: Actor, at: datetime, words: str = "") -> Happening[UUID]:
    """They are ready and wait because of `code`, one of the declared reasons; '' says that it is gone. Raises Invalid."""
    stay = held(stay_id, "say what they wait for", by=by, anyone=True)
    chosen = next((each for each in policy().delays if each.code == code), None)
    errors = {}
    if code and chosen is None:
        errors["code"] = "Choose what they wait for."
    if chosen is not None and chosen.asks_for_words and not words.strip():
        errors["words"] = "Say in your own words what stands in the way."
    if code and stay.ready_at is None:
        errors["code"] = "They are not ready to leave, so nothing delays them yet."
    if errors:
        raise Invalid(errors)
    Delay.objects.create(
        id=new_id(), person_id=stay.person_id, stay=stay, code=code, words=words.strip(), said_at=at, said_by=by.name
    )
    stay.delay_code, stay.version = code, stay.version + 1
    stay.save(update_fields=["delay_code", "version"])
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts={"delay": code},
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip


@action("stay.expect", about=person_of_stay)
def expect(*, stay_id: UUID, expected_on: date, by: Actor, at: datetime) -> Happening[UUID]:
    """They are expected to leave on this day; returns the stay's id. Raises Invalid for a day that has gone."""
    stay = held(stay_id, "say when they are expected to leave", by=by)
    if expected_on < london_day(at):
        raise Invalid({"expected_on": "The day they are expected to leave cannot have gone."})
    before, stay.expected_on, stay.version = stay.expected_on, expected_on, stay.version + 1
    stay.save(update_fields=["expected_on", "version"])
    facts = {"expected_on": expected_on.isoformat(), "before": before.isoformat() if before else None}
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip
