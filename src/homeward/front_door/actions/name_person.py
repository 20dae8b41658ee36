"""Who was the call about, now that somebody knows? It goes into their record with all that hangs on it."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.front_door.actions.expect import expect_outcomes
from homeward.front_door.actions.held import held_call
from homeward.front_door.actions.safety_net import hold_net
from homeward.front_door.actions.take import rule_about
from homeward.front_door.actions.taken import CallDetails
from homeward.front_door.models import Advice, Call, SafetyCheck
from homeward.front_door.queries.declared import line_called, require_line
from homeward.front_door.queries.person_of import person_of_call
from homeward.front_door.vocabulary import CALLED


@action("line.name", about=lambda asked: asked["person_id"])
def name_person(*, call_id: UUID, person_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """Say who a call without a known person was about; returns the call's id. Raises Refused when that is known already."""
    if person_of_call({"call_id": call_id}) is not None:
        raise Refused("Who this call was about is known already.", next_step="Open the call and look.")
    call = held_call(call_id)
    line = line_called(call.line_code)
    require_line(line, by=by)
    call.person_id = person_id
    call.eligible, call.eligible_words = rule_about(line, _as_told(call), by=by, at=at) if call.conveys else (None, "")
    call.save(update_fields=["person_id", "eligible", "eligible_words"])
    Advice.objects.filter(call=call).update(person_id=person_id)
    SafetyCheck.objects.filter(call=call).update(person_id=person_id)
    relationships.grant(person_id, line.team, kind=CALLED, source_id=call.id, at=at)
    if call.advised_at:
        expect_outcomes(person_id=person_id, since=call.advised_at, checks=line.checks, call=call)
        hold_net(call, f"Ring {call.caller_name} again after advice", by=by, at=at)
    return Happening(
        result=call.id, subject_kind="call", subject_id=call.id, person_id=person_id, facts={"line": line.code},
        teams=(line.team,),
    )  # fmt: skip


def _as_told(call: Call) -> CallDetails:
    return CallDetails(
        line=call.line_code, caller_kind=call.caller_kind, caller_name=call.caller_name, caller_phone=call.caller_phone,
        question=call.question, need_code=call.need_code, intended=call.intended_code, answered_at=call.answered_at,
        person_id=call.person_id, told_age=call.told_age, signs=tuple(call.sign_codes),
    )  # fmt: skip
