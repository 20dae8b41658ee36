"""Does a choice of urgency stand at once, or does it wait for a second look?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.grammar.api import Advice, Place, TriageProtocol, Urgency, advise, needs_second_look
from homeward.referrals.rules.stating import first_urgency


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What the protocol says of the answers: the urgency, each 'because', and which facts could still change it."""

    urgency: str
    title: str
    because: tuple[str, ...]
    not_decided: tuple[str, ...]
    call_999: bool


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a chosen urgency leads to. While a second look is wanted the sooner of what stood and what is advised stands."""

    stands: str
    wanted: str | None
    lowered: bool


def protocol_of(place: Place) -> TriageProtocol:
    """The place's triage protocol; the first by code where it declares several."""
    return place.protocols[min(place.protocols)]


def suggest(place: Place, *, need_code: str, facts: Mapping[str, Any]) -> Suggestion:
    """What the place's protocol suggests from these facts."""
    usual = first_urgency(place, need_code=need_code, asked="")
    advice = advise(protocol_of(place), facts={**facts, "need": need_code}, usual=usual, urgencies=place.urgencies)
    return Suggestion(
        urgency=advice.urgency,
        title=place.urgencies[advice.urgency].title,
        because=_because(advice, place, usual),
        not_decided=tuple(rule.because for rule in advice.undecided),
        call_999=advice.call_999,
    )


def choose(place: Place, *, advised: str, before: str, chosen: str, facts: Mapping[str, Any]) -> Choice:
    """May `chosen` stand? More urgent always may; less urgent may need somebody else to agree first."""
    urgencies = place.urgencies
    lowered = urgencies[chosen].order > urgencies[advised].order
    risky = needs_second_look(
        protocol_of(place), advised=advised, before=before, chosen=chosen, facts=facts, urgencies=urgencies
    )
    if not risky:
        return Choice(stands=chosen, wanted=None, lowered=lowered)
    return Choice(stands=sooner(urgencies, advised, before), wanted=chosen, lowered=True)


def sooner(urgencies: Mapping[str, Urgency], *codes: str) -> str:
    """The most urgent of these."""
    return min(codes, key=lambda code: urgencies[code].order)


def _because(advice: Advice, place: Place, usual: str) -> tuple[str, ...]:
    if advice.met:
        return tuple(rule.because for rule in advice.met)
    return (f"Nothing said makes it sooner than is usual for this need: {place.urgencies[usual].title.lower()}.",)
