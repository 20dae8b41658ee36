"""What came of advice or a decision? Looked up when it is due, written down with what it rests on; not known is an answer."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.front_door.models import OutcomeCheck
from homeward.front_door.queries.came_of import died_at, stays_told
from homeward.front_door.queries.person_of import person_of_outcome
from homeward.front_door.rules.found import find, next_look


@action("outcome.find", about=person_of_outcome)
def find_outcome(
    *, outcome_id: UUID, told_until: Mapping[str, datetime | None], by: Actor, at: datetime
) -> Happening[str]:
    """Look one check up; returns what was found, or '' when another worker was first."""
    check = OutcomeCheck.objects.select_for_update().get(id=outcome_id)
    if check.state == "waiting" and check.due_at <= at:
        _look(check, told_until, at)
        result = check.found_code
    else:
        result = ""
    kind, subject = ("call", check.call_id) if check.call_id else ("arrival", check.arrival_id)
    assert subject  # one of the two, by a constraint
    facts = {"hours": check.hours, "found": result, "check": str(check.id), "source": check.source}
    return Happening(result=result, subject_kind=kind, subject_id=subject, person_id=check.person_id, facts=facts)


def _look(check: OutcomeCheck, told_until: Mapping[str, datetime | None], at: datetime) -> None:
    stays = stays_told(check.person_id, since=check.since, until=check.until)
    died = died_at(check.person_id, since=check.since)
    found = find(since=check.since, until=check.until, stays=stays, died_at=died, told_until=told_until)
    check.found_code, check.found_on, check.source = found.code, found.on, found.source
    check.evidence_id, check.looked_at = found.evidence_id, at
    again = next_look(until=check.until, at=at)
    if found.code != "not_known":
        check.state = "found"
    elif again is None:
        check.state = "given_up"
    else:
        check.due_at = again
    check.save()
