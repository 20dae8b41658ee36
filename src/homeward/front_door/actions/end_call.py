"""What if a call ends before any advice: the caller rang off, or it was a wrong number? It says so and leaves the list."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.front_door.actions.held import held_call
from homeward.front_door.queries.declared import line_called, require_line
from homeward.front_door.queries.person_of import person_of_call


@action("line.end", about=person_of_call)
def end_call(*, call_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """End a call without advice, saying why; returns its id. Raises Invalid, Refused."""
    call = held_call(call_id)
    line = line_called(call.line_code)
    require_line(line, by=by)
    if not words.strip():
        raise Invalid({"words": "Say why no advice was given, such as ‘rang off’."})
    if call.advised_at or call.ended_at:
        raise Refused("This call has ended already.", next_step="Go back to the line.")
    call.ended_at, call.ended_words = at, words.strip()
    call.save(update_fields=["ended_at", "ended_words"])
    return Happening(
        result=call.id, subject_kind="call", subject_id=call.id, person_id=call.person_id, facts={"line": line.code},
        teams=(line.team,),
    )  # fmt: skip
