"""How soon is help needed? The declared protocol suggests; a clinician or coordinator decides; risky lowering waits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.referrals.actions import moving
from homeward.referrals.actions.answering import keep_answers
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.known_facts import facts_of, known, with_concepts
from homeward.referrals.queries.whose import person_of_referral
from homeward.referrals.rules.stating import Value, clean
from homeward.referrals.rules.urgency import Suggestion, choose, suggest
from homeward.referrals.vocabulary import NOT_SURE


@action("referral.triage", about=person_of_referral)
def triage(
    *,
    referral_id: UUID,
    answers: Mapping[str, Value],
    by: Actor,
    at: datetime,
    expected_version: int,
    urgency: str | None = None,
    need_code: str | None = None,
    words: str = "",
) -> Happening[ServiceRequest]:
    """Keep the answers and decide the urgency: the one suggested unless another is chosen.

    Choosing less than the protocol suggests asks for `words`; where the protocol calls that risky the referral stays
    where it is, at the safer urgency, until somebody else has given a second look.
    """
    place, words = directory.place(), clean(words)
    referral = moving.held("triage", referral_id=referral_id, expected_version=expected_version, by=by)
    need = need_code or referral.need_code
    keep_answers(referral, answers, by=by, at=at)
    facts = {**facts_of(referral, known(referral.person_id), at), **with_concepts(answers), "need": need}
    suggestion = suggest(place, need_code=need, facts=facts)
    chosen = urgency or suggestion.urgency
    if errors := _faults(need, chosen, suggestion.urgency, words):
        raise Invalid(errors)
    choice = choose(place, advised=suggestion.urgency, before=referral.urgency, chosen=chosen, facts=facts)
    waits = choice.wanted is not None
    step = moving.Step(
        kind="triage",
        words=words,
        changes={
            "state": referral.state if waits or referral.state != "received" else "triaged",
            "need_code": need,
            "urgency": choice.stands,
            "urgency_advised": suggestion.urgency,
            "urgency_wanted": choice.wanted,
            "second_look_not_by": by.user_id if waits else None,
        },
        facts=_told(suggestion, chosen, waits) | {"answers": dict(answers)},
    )
    return moving.make(referral, step, by=by, at=at)


def _told(suggestion: Suggestion, chosen: str, waits: bool) -> dict[str, Any]:
    return {
        "suggested": suggestion.urgency,
        "chosen": chosen,
        "because": list(suggestion.because),
        "call_999": suggestion.call_999,
        "second_look_wanted": waits,
    }


def _faults(need: str, chosen: str, suggested: str, words: str) -> dict[str, str]:
    place = directory.place()
    found = {}
    if need not in place.needs and need != NOT_SURE:
        found["need_code"] = "Choose what the person needs help with."
    if chosen not in place.urgencies:
        found["urgency"] = "Choose how soon help is needed."
    elif place.urgencies[chosen].order > place.urgencies[suggested].order and not words:
        found["words"] = "Say why this can wait longer than the protocol suggests."
    return found
