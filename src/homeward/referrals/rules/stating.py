"""What must a referrer say, and is it enough? Whoever writes and by whatever way it comes, a need is stated like this."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.grammar.api import Place
from homeward.referrals.vocabulary import NOT_SURE, SOURCES, Source

LONGEST = 5000
Value = bool | int | float | str


@dataclass(frozen=True, kw_only=True)
class Requester:
    """Who sends it in, and how they are rung back. `kind` is a code of the place ('gp', 'crew'…) or empty."""

    name: str
    organisation: str = ""
    phone: str = ""
    role: str = ""
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class ExternalRef:
    """A partner's own identifier of the referral."""

    system: str
    value: str


@dataclass(frozen=True, kw_only=True)
class ReferralDetails:
    """A need as its sender states it: no service is named. `need_code` 'not-sure' asks for words instead.

    `answers` are facts by the codes of the place's questions (bool, number or text). `received_at` is when it truly
    came in, when that was before it was typed. Language and access needs left out are taken from the person's record.
    """

    person_id: UUID
    source: Source
    requester: Requester
    need_code: str = NOT_SURE
    need_words: str = ""
    wants_words: str = ""
    risk_codes: tuple[str, ...] = ()
    risk_words: str = ""
    language_code: str = ""
    interpreter_needed: bool | None = None
    access_needs: str = ""
    urgency_asked: str = ""
    answers: Mapping[str, Value] = field(default_factory=dict)
    external_ids: tuple[ExternalRef, ...] = ()
    received_at: datetime | None = None


def clean(words: str) -> str:
    """Words as they are kept: without the NUL that PostgreSQL cannot hold, without space around them."""
    return words.replace("\x00", "").strip()


def tidy(details: ReferralDetails) -> ReferralDetails:
    """The same details with every text cleaned."""
    texts: dict[str, Any] = {name: clean(value) for name, value in vars(details).items() if isinstance(value, str)}
    requester = Requester(**{name: clean(value) for name, value in vars(details.requester).items()})
    return replace(details, **texts, requester=requester)


def faults(details: ReferralDetails, place: Place, *, at: datetime) -> dict[str, str]:
    """What is missing or wrong, each field with a sentence that says how to mend it; empty when it is enough."""
    found: dict[str, str] = {}
    if details.need_code != NOT_SURE and details.need_code not in place.needs:
        found["need_code"] = "Choose what the person needs help with, or 'not sure'."
    if details.need_code == NOT_SURE and not details.need_words:
        found["need_words"] = "Say in your own words what the person needs."
    if not details.requester.name:
        found["requester_name"] = "Enter the name of whoever asks, so that they can be rung back."
    if details.source not in SOURCES:
        found["source"] = "Choose how the referral came in."
    if details.urgency_asked and details.urgency_asked not in place.urgencies:
        found["urgency_asked"] = "Choose how soon help is needed."
    if set(details.risk_codes) - known_risks(place):
        found["risk_codes"] = "Choose the risks from the list, or say them in words."
    if details.received_at is not None and details.received_at > at:
        found["received_at"] = "The time it came in must not be in the future."
    for name in ("need_words", "wants_words", "risk_words", "access_needs"):
        if len(getattr(details, name)) > LONGEST:
            found[name] = f"This must be {LONGEST:,} letters or fewer."
    return found


def known_risks(place: Place) -> frozenset[str]:
    """The codes of every declared red flag: what must never be missed about any need."""
    return frozenset(flag.code for need in place.needs.values() for flag in need.red_flags)


def first_urgency(place: Place, *, need_code: str, asked: str) -> str:
    """How urgent a need is until it is triaged: the sooner of what is usual for it and what its sender asked.

    A need that the place does not know counts as the soonest there is.
    """
    need = place.needs.get(need_code)
    soonest = min(place.urgencies.values(), key=lambda urgency: urgency.order).code
    offered = [need.usual_urgency if need else soonest, *([asked] if asked else [])]
    return min(offered, key=lambda code: place.urgencies[code].order)
