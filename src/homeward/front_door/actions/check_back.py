"""What was heard when somebody rang again? It closes the safety net, or sets the next try."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.front_door.actions.held import held_call
from homeward.front_door.actions.safety_net import hold_net
from homeward.front_door.models import SafetyCheck
from homeward.front_door.queries.declared import line_called, require_line
from homeward.front_door.queries.person_of import person_of_call
from homeward.front_door.vocabulary import HEARD_BACK


@action("line.check", about=person_of_call)
def check_back(
    *, call_id: UUID, heard: str, by: Actor, at: datetime, words: str = "", next_due_at: datetime | None = None
) -> Happening[UUID]:
    """Write down what was heard; returns the check's id. Nobody reached: `next_due_at` is when it is tried again."""
    call = held_call(call_id)
    line = line_called(call.line_code)
    require_line(line, by=by)
    if call.safety_due_at is None:
        raise Refused("Nobody waits to be rung about this call.", next_step="Go back to the line.")
    if errors := _faults(heard, words, next_due_at, at):
        raise Invalid(errors)
    again = HEARD_BACK[heard].again
    check = SafetyCheck.objects.create(
        id=new_id(), call=call, person_id=call.person_id, heard_code=heard, words=words.strip(),
        next_due_at=next_due_at if again else None, at=at, by_name=by.name, by_user=by.user_id,
    )  # fmt: skip
    call.safety_due_at = check.next_due_at
    call.save(update_fields=["safety_due_at"])
    hold_net(call, f"Ring {call.caller_name} again: nobody answered before", by=by, at=at)
    facts = {"line": line.code, "heard": heard, "again": again, "check": str(check.id)}
    return Happening(
        result=check.id,
        subject_kind="call",
        subject_id=call.id,
        person_id=call.person_id,
        facts=facts,
        teams=(line.team,),
    )


def _faults(heard: str, words: str, next_due_at: datetime | None, at: datetime) -> dict[str, str]:
    found = {}
    if heard not in HEARD_BACK:
        found["heard"] = "Choose what you heard."
    elif HEARD_BACK[heard].again and (next_due_at is None or next_due_at <= at):
        found["next_due_at"] = "Choose when to ring again."
    elif heard == "worse" and not words.strip():
        found["words"] = "Say what was done, and whom you asked for help."
    return found
