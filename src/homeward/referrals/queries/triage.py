"""What does the hub ask to decide how soon help is needed, what is already answered, and what would the protocol say?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.grammar.api import Question, holds
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.known_facts import facts_of, known, with_concepts
from homeward.referrals.queries.whose import person_of
from homeward.referrals.rules.stating import Value
from homeward.referrals.rules.urgency import Suggestion, protocol_of, suggest


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question as it is asked now, with the answer that is already known."""

    code: str
    words: str
    help_words: str
    kind: str
    options: tuple[tuple[str, str], ...]
    answer: Value | None


def triage_questions(referral_id: UUID, *, by: Actor, at: datetime) -> list[Asked]:
    """The questions that apply to this need, in the protocol's order. What is already known is not asked afresh."""
    facts = _facts(referral_id, by, at)
    asked = (each for each in protocol_of(directory.place()).questions if applies(each, facts))
    return [_asked(each, facts) for each in asked]


def intake_questions(need_code: str, *, source: str) -> list[Asked]:
    """The questions that a form or a call may ask before there is a referral."""
    facts = {"need": need_code, "source": source}
    return [_asked(each, {}) for each in protocol_of(directory.place()).questions if applies(each, facts)]


def suggestion(
    referral_id: UUID, *, answers: Mapping[str, Value], by: Actor, at: datetime, need_code: str | None = None
) -> Suggestion:
    """What the protocol would suggest if these were the answers."""
    facts = {**_facts(referral_id, by, at), **with_concepts(answers)}
    return suggest(directory.place(), need_code=need_code or facts["need"], facts=facts)


def applies(question: Question, facts: Mapping[str, Any]) -> bool:
    """Is the question asked? Yes when its condition holds or cannot be decided yet."""
    return question.asked_when is None or holds(question.asked_when, facts) is not False


def _facts(referral_id: UUID, by: Actor, at: datetime) -> dict[str, Any]:
    with gate.person(person_of(referral_id), by=by, at=at, why="triage"):
        referral = ServiceRequest.objects.filter(id=referral_id).first()
        if referral is None:
            raise NotFound("There is no such referral.", next_step="Check the address, or look for the person.")
        return facts_of(referral, known(referral.person_id), at)


def _asked(question: Question, facts: Mapping[str, Any]) -> Asked:
    return Asked(
        code=question.code,
        words=question.words,
        help_words=question.help_words,
        kind=question.kind,
        options=question.options,
        answer=facts.get(question.code, facts.get(question.concept) if question.concept else None),
    )
