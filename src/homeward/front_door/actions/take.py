"""How is a call taken? Caller, person, question, and what would happen without the call: once, on one page."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.front_door.actions.taken import CallDetails
from homeward.front_door.models import Call
from homeward.front_door.queries.declared import line_called, require_line
from homeward.front_door.queries.known_of import age_of
from homeward.front_door.queries.person_of import call_with_key
from homeward.front_door.rules.dispositions import chosen
from homeward.front_door.rules.ringing_first import eligible
from homeward.front_door.vocabulary import CALLED, LONGEST
from homeward.grammar.api import AdviceLine

FURTHEST_BACK = timedelta(days=3)


def take(*, details: CallDetails, by: Actor, at: datetime, key: str | None = None) -> UUID:
    """The id of the call that these details make, or made before under the same `key`. Raises Invalid."""
    before = call_with_key(key) if key else None
    return before or _take(details=details, by=by, at=at, key=key)


@action("line.take", about=lambda asked: asked["details"].person_id)
def _take(*, details: CallDetails, by: Actor, at: datetime, key: str | None) -> Happening[UUID]:
    line = line_called(details.line)
    require_line(line, by=by)
    if errors := _faults(details, line, at):
        raise Invalid(errors)
    caller, meant = chosen(line.callers, details.caller_kind), chosen(line.intended, details.intended)
    assert caller and meant  # checked above
    yes, why = rule_about(line, details, by=by, at=at) if caller.conveys else (None, "")
    call = Call.objects.create(
        id=new_id(), person_id=details.person_id, line_code=line.code, team_code=line.team, caller_kind=caller.code,
        caller_title=caller.title, caller_name=details.caller_name.strip(), caller_phone=details.caller_phone.strip(),
        caller_organisation=details.caller_organisation.strip(), conveys=caller.conveys,
        told_words="" if details.person_id else details.told_words.strip(), told_age=details.told_age,
        question=details.question.strip(), need_code=details.need_code, sign_codes=list(details.signs),
        intended_code=meant.code, intended_title=meant.title, intended_hospital=meant.hospital, eligible=yes,
        eligible_words=why, waited_seconds=details.waited_seconds, answered_at=details.answered_at, taken_at=at,
        taken_by=by.name, taken_by_user=by.user_id, key=key,
    )  # fmt: skip
    if details.person_id:
        relationships.grant(details.person_id, line.team, kind=CALLED, source_id=call.id, at=at)
    facts = {
        "line": line.code, "caller": caller.code, "need": call.need_code, "intended": meant.code, "eligible": yes,
        "happened_at": call.answered_at.isoformat(),
    }  # fmt: skip
    return Happening(
        result=call.id,
        subject_kind="call",
        subject_id=call.id,
        person_id=call.person_id,
        facts=facts,
        teams=(line.team,),
    )


def rule_about(line: AdviceLine, details: CallDetails, *, by: Actor, at: datetime) -> tuple[bool | None, str]:
    """Is this somebody about whom a crew rings first? The rule of the line over what is known and what was told."""
    caller = chosen(line.callers, details.caller_kind)
    known = age_of(details.person_id, by=by, at=at) if details.person_id else None
    told: dict[str, Any] = {
        "age": details.told_age if known is None else known, "need": details.need_code,
        "requester-kind": caller.referrer if caller else None, "where-now": "with-crew", "risks": details.signs,
    }  # fmt: skip
    flags = (flag.code for need in directory.place().needs.values() for flag in need.red_flags)
    return eligible(line.eligibility, {**{code: code in details.signs for code in flags}, **told})


def _faults(details: CallDetails, line: AdviceLine, at: datetime) -> dict[str, str]:
    found = {}
    if chosen(line.callers, details.caller_kind) is None:
        found["caller_kind"] = "Choose who is ringing."
    if not details.caller_name.strip():
        found["caller_name"] = "Enter the caller’s name."
    if not details.caller_phone.strip():
        found["caller_phone"] = "Enter a number to ring the caller back on."
    if details.person_id is None and not details.told_words.strip():
        found["told_words"] = "Say whom it is about, as the caller says it, when nobody knows who they are."
    if not details.question.strip():
        found["question"] = "Write down what the caller asks."
    if len(details.question) > LONGEST:
        found["question"] = f"This must be {LONGEST:,} letters or fewer."
    if details.need_code not in directory.place().needs:
        found["need_code"] = "Choose what has happened."
    if chosen(line.intended, details.intended) is None:
        found["intended"] = "Choose what would happen without this call. It cannot be changed once advice is given."
    if not at - FURTHEST_BACK <= details.answered_at <= at:
        found["answered_at"] = "The call must have been answered in the last 3 days."
    if details.waited_seconds is not None and not 0 <= details.waited_seconds <= 7200:
        found["waited_seconds"] = "Enter the seconds it rang, from 0 to 7,200, or leave it empty."
    if details.told_age is not None and not 0 <= details.told_age <= 120:
        found["told_age"] = "Enter an age from 0 to 120, or leave it empty."
    return found
