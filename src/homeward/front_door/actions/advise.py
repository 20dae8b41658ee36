"""What was advised, and who decided? A signed record that stays; it sets the safety net and may put the need to a hub."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.front_door.actions.expect import expect_outcomes
from homeward.front_door.actions.held import held_call
from homeward.front_door.actions.safety_net import hold_net
from homeward.front_door.models import Advice, Call
from homeward.front_door.queries.declared import line_called, require_line
from homeward.front_door.queries.person_of import person_of_call
from homeward.front_door.rules.dispositions import chosen
from homeward.front_door.rules.signed import digest
from homeward.front_door.vocabulary import LONGEST
from homeward.grammar.api import AdviceLine, Disposition
from homeward.referrals import api as referrals

LONGEST_NET = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class AdviceDetails:
    """What was said. `decided_by` and `decided_role` name one human being; `safety_due_at` is when somebody rings again."""

    outcome: str
    words: str
    safety_words: str
    safety_due_at: datetime
    told: str
    decided_by: str
    decided_role: str
    wants_words: str = ""

    def tidy(self) -> "AdviceDetails":
        """The same with every text cleaned of the space around it."""
        return replace(
            self, words=self.words.strip(), safety_words=self.safety_words.strip(), told=self.told.strip(),
            decided_by=self.decided_by.strip(), decided_role=self.decided_role.strip(), wants_words=self.wants_words.strip(),
        )  # fmt: skip


@action("line.advise", about=person_of_call)
def advise(*, call_id: UUID, advice: AdviceDetails, by: Actor, at: datetime) -> Happening[UUID]:
    """Sign advice on a call; returns the advice's id. Where its outcome refers, the need is put to a hub in the same transaction.

    A second advice on the call adds to the first, which stays. Raises Invalid, Refused.
    """
    call = held_call(call_id)
    line = line_called(call.line_code)
    require_line(line, by=by)
    advice = advice.tidy()
    if errors := _faults(advice, call, line, at):
        raise Invalid(errors)
    outcome = chosen(line.outcomes, advice.outcome)
    assert outcome  # checked above
    referral_id = _refer(call, advice, outcome, by=by, at=at) if outcome.refers else call.referral_id
    signed = _sign(call, advice, outcome, referral_id=referral_id, team=line.team, by=by, at=at)
    first = call.advised_at is None
    call.advised_at, call.referral_id, call.safety_due_at = at, referral_id, advice.safety_due_at
    call.outcome_code, call.outcome_title, call.outcome_hospital = outcome.code, outcome.title, outcome.hospital
    call.save()
    hold_net(call, f"Ring {signed.told} again after advice: {signed.safety_words}", by=by, at=at)
    if first and call.person_id:
        expect_outcomes(person_id=call.person_id, since=at, checks=line.checks, call=call)
    facts = {
        "line": line.code, "advice": str(signed.id), "outcome": outcome.code, "hospital": outcome.hospital,
        "intended": call.intended_code, "told": signed.told, "decided_by": signed.decided_by, "digest": signed.digest,
        "safety_due_at": signed.safety_due_at.isoformat(), **({"referral": str(referral_id)} if referral_id else {}),
    }  # fmt: skip
    return Happening(
        result=signed.id,
        subject_kind="call",
        subject_id=call.id,
        person_id=call.person_id,
        facts=facts,
        teams=(line.team,),
    )


def _sign(
    call: Call,
    advice: AdviceDetails,
    outcome: Disposition,
    *,
    referral_id: UUID | None,
    team: str,
    by: Actor,
    at: datetime,
) -> Advice:
    before = Advice.objects.filter(call=call).order_by("-given_at", "-id").values_list("digest", flat=True).first()
    signed: dict[str, Any] = {
        "call_id": call.id, "outcome_code": outcome.code, "words": advice.words, "safety_words": advice.safety_words,
        "safety_team": team, "safety_due_at": advice.safety_due_at, "told": advice.told, "decided_by": advice.decided_by,
        "decided_role": advice.decided_role, "referral_id": referral_id, "given_at": at, "given_by": by.name,
        "given_by_user": by.user_id, "given_role": by.role, "organisation": by.organisation,
    }  # fmt: skip
    return Advice.objects.create(
        id=new_id(), person_id=call.person_id, outcome_title=outcome.title, outcome_hospital=outcome.hospital is True,
        digest=digest(signed, before=before or ""), **signed,
    )  # fmt: skip


def _refer(call: Call, advice: AdviceDetails, outcome: Disposition, *, by: Actor, at: datetime) -> UUID:
    """The need, put to the hub on duty in the caller's words with the advice beside them; once for each call."""
    if call.referral_id:
        return call.referral_id
    line = line_called(call.line_code)
    caller = chosen(line.callers, call.caller_kind)
    assert call.person_id  # checked above
    details = referrals.ReferralDetails(
        person_id=call.person_id, source="call", need_code=call.need_code,
        need_words=f"{call.question}\nAdvice of {line.title}: {advice.words}"[:LONGEST], wants_words=advice.wants_words,
        risk_codes=tuple(call.sign_codes), urgency_asked=outcome.urgency, received_at=call.answered_at,
        requester=referrals.Requester(
            name=call.caller_name, organisation=call.caller_organisation, phone=call.caller_phone,
            kind=caller.referrer if caller else "",
        ),
    )  # fmt: skip
    return referrals.receive(details=details, by=by, at=at, idempotency_key=f"advice {call.id}").id


def _faults(advice: AdviceDetails, call: Call, line: AdviceLine, at: datetime) -> dict[str, str]:
    outcome = chosen(line.outcomes, advice.outcome)
    found = {}
    if outcome is None:
        found["outcome"] = "Choose what was decided."
    elif outcome.refers and call.person_id is None:
        found["outcome"] = "Say who the person is first: a team can only be sent to somebody who is known."
    if not advice.words:
        found["words"] = "Write down the advice."
    if not advice.safety_words:
        found["safety_words"] = "Say what to look out for, and what to do then."
    if not advice.told:
        found["told"] = "Say who was given the advice."
    if not advice.decided_by:
        found["decided_by"] = "Name the person who decided."
    if not advice.decided_role:
        found["decided_role"] = "Say what the person who decided is, such as consultant geriatrician or paramedic."
    if not at < advice.safety_due_at <= at + LONGEST_NET:
        found["safety_due_at"] = "Choose when somebody rings again: in the future, and within 14 days."
    for name in ("words", "safety_words"):
        if len(getattr(advice, name)) > LONGEST:
            found[name] = f"This must be {LONGEST:,} letters or fewer."
    if call.ended_at:
        found["outcome"] = "This call ended without advice. Take a new call."
    return found
