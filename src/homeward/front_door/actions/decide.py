"""What was decided for somebody at the door? Only after what was meant; a later decision says why it differs."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.front_door.actions.expect import expect_outcomes
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.actions.take_bed import settle
from homeward.front_door.models import Decision
from homeward.front_door.queries.declared import door_called, require_door
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.rules.dispositions import chosen


@action("front_door.decide", about=person_of_arrival)
def decide(
    *, arrival_id: UUID, code: str, decided_by: str, by: Actor, at: datetime, words: str = "", bed: UUID | None = None
) -> Happening[UUID]:
    """Write down the decision, and who made it; returns its id. Where it takes a bed they are put in `bed`, or wait for one.

    Raises Refused before it is written what was meant, Clash when somebody else has the bed: then nothing is written.
    """
    arrival = held_arrival(arrival_id)
    door = door_called(arrival.door_code)
    require_door(door, by=by)
    if arrival.intended_at is None:
        raise Refused(
            "First write down what was going to happen.", next_step="It cannot be added once the decision is made."
        )
    taken = chosen(door.decided, code)
    first = arrival.decided_at is None
    errors = {}
    if taken is None:
        errors["decided"] = "Choose what was decided."
    if not decided_by.strip():
        errors["decided_by"] = "Name the person who decided."
    if not first and not words.strip():
        errors["words"] = "Say why the decision has changed."
    if errors:
        raise Invalid(errors)
    assert taken  # checked above
    decision = Decision.objects.create(
        id=new_id(), arrival=arrival, person_id=arrival.person_id, code=taken.code, title=taken.title,
        hospital=taken.hospital is True, words=words.strip(), decided_by=decided_by.strip(), by_name=by.name,
        by_user=by.user_id, at=at,
    )  # fmt: skip
    arrival.decided_at, arrival.decided_title, arrival.decided_hospital = at, taken.title, taken.hospital is True
    arrival.save(update_fields=["decided_at", "decided_title", "decided_hospital"])
    if first:
        expect_outcomes(person_id=arrival.person_id, since=at, checks=door.checks, arrival=arrival)
    theirs = settle(arrival, taken, bed, by=by, at=at)
    facts = {
        "door": door.code, "decided": taken.code, "hospital": taken.hospital, "meant_hospital": arrival.intended_hospital,
        "decided_by": decision.decided_by, **({"bed": theirs.label, "waits": theirs.came_at is None} if theirs else {}),
    }  # fmt: skip
    return Happening(
        result=decision.id, subject_kind="arrival", subject_id=arrival.id, person_id=arrival.person_id, facts=facts,
        teams=(*door.teams, *((theirs.team_code,) if theirs else ())),
    )  # fmt: skip
