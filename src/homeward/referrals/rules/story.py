"""How is one event of a referral told, in a plain sentence for staff?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.foundation.moments import clock_face, london

Namer = Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Names:
    """How codes are said: each turns a code into its title, or gives the code back."""

    team: Namer
    service: Namer
    need: Namer
    urgency: Namer
    reason: Namer
    clock: Namer


@dataclass(frozen=True, kw_only=True)
class Told:
    """One line: what happened, and what was said or why, when anything was."""

    words: str
    more: str = ""


def tell(kind: str, facts: Mapping[str, Any], names: Names) -> Told | None:
    """The event as a line of the story; None for one that says nothing to a reader."""
    teller = _TELLERS.get(kind)
    return teller(facts, names) if teller else None


def _received(facts: Mapping[str, Any], names: Names) -> Told:
    need, team = names.need(facts["need"]), names.team(facts["team"])
    if "based_on" in facts:
        return Told(words=f"Asked {team} to help with part of a need: {need}.", more=facts.get("why", ""))
    return Told(words=f"Sent in: {need}. {team} owns it.", more=facts.get("because", ""))


def _triaged(facts: Mapping[str, Any], names: Names) -> Told:
    chosen, because = names.urgency(facts["chosen"]), " ".join(facts.get("because", ()))
    said = facts.get("words", "")
    if facts.get("second_look_wanted"):
        stands = names.urgency(facts["urgency"])
        return Told(
            words=f"Wanted to lower it to '{chosen}'. A second look is wanted; '{stands}' stands until then.",
            more=f"{said} The protocol says: {because}".strip(),
        )
    return Told(words=f"Triaged: {chosen}.", more=f"{because} {said}".strip())


def _second_look(facts: Mapping[str, Any], names: Names) -> Told:
    wanted, stands = names.urgency(facts["wanted"]), names.urgency(facts["urgency"])
    words = f"Agreed: {wanted}." if facts["agreed"] else f"Did not agree to '{wanted}'. '{stands}' stands."
    return Told(words=words, more=facts.get("words", ""))


def _placed(facts: Mapping[str, Any], names: Names) -> Told:
    chosen = facts["chosen"]
    order = f"number {chosen['order']} of {len(facts['shown'])} shown"
    return Told(
        words=f"Placed with {names.service(chosen['service'])}, {names.team(chosen['team'])} ({order}).",
        more=facts.get("why", ""),
    )


def _accepted(facts: Mapping[str, Any], names: Names) -> Told:
    return Told(words=f"Accepted by {names.team(facts['team'])}.")


def _advised(facts: Mapping[str, Any], names: Names) -> Told:
    ends = "The need ended with this advice" if facts["closes"] else "The need stays open after this advice"
    return Told(
        words=f"Advised {facts['told']}: {facts['words']}", more=f"If it gets worse: {facts['safety_net']} {ends}."
    )


def _said(words: str) -> Callable[[Mapping[str, Any], Names], Told]:
    return lambda facts, names: Told(words=words, more=facts.get("words", ""))


def _with_reason(words: str) -> Callable[[Mapping[str, Any], Names], Told]:
    def told(facts: Mapping[str, Any], names: Names) -> Told:
        why = names.reason(facts.get("reason", ""))
        return Told(words=f"{words.format(team=names.team(facts['team']))} {why}.", more=facts.get("words", ""))

    return told


def _no_capacity(facts: Mapping[str, Any], names: Names) -> Told:
    had, now = names.team(facts["unmet_team"]), names.team(facts["team"])
    return Told(words=f"{had} has no room. {now} owns it again; it is counted as unmet.", more=facts.get("words", ""))


def _closed(facts: Mapping[str, Any], names: Names) -> Told:
    return Told(words=f"Closed: {names.reason(facts['outcome'])}.", more=facts.get("words", ""))


def _undone(facts: Mapping[str, Any], names: Names) -> Told:
    was = facts["undone"].replace("_", " ")
    return Told(
        words=f"Undid '{was}' by {facts['undone_by_whom']}: {names.reason(facts.get('reason', ''))}.",
        more=facts.get("words", ""),
    )


def _escalated(facts: Mapping[str, Any], names: Names) -> Told:
    return Told(words=f"Escalated, {names.clock(facts['clock'])}: {facts['words']}")


def _carried(facts: Mapping[str, Any], names: Names) -> Told:
    return Told(words=facts.get("words", "The person moved."))


def _visited(facts: Mapping[str, Any], names: Names) -> Told:
    met = "Saw the person in person" if facts.get("in_person") else "Was in contact with the person"
    return Told(words=f"{met}{_when(facts.get('happened_at'))}.")


def _when(moment: str | None) -> str:
    """The minute of the contact itself: the line's own moment is when it was written down."""
    if not moment:
        return ""
    then = london(datetime.fromisoformat(moment))
    return f" at {clock_face(then)} on {then.day} {then:%B}"


_TELLERS: Mapping[str, Callable[[Mapping[str, Any], Names], Told]] = {
    "referral.receive": _received,
    "referral.triage": _triaged,
    "referral.second_look": _second_look,
    "referral.place": _placed,
    "referral.accept": _accepted,
    "referral.advise": _advised,
    "referral.ask": _said("Asked the sender a question."),
    "referral.answer": _said("Answered the question."),
    "referral.refer_on": _said("Referred on."),
    "referral.hand_back": _with_reason("Handed back to {team}:"),
    "referral.decline": _with_reason("Passed on to {team}:"),
    "referral.no_capacity": _no_capacity,
    "referral.revoke": _with_reason("Withdrawn:"),
    "referral.reopen": _with_reason("Reopened with {team}:"),
    "referral.close": _closed,
    "referral.undo": _undone,
    "referral.note": _said("Note."),
    "referral.escalate": _escalated,
    "referral.carry": _carried,
    "referral.hand_over": _carried,
    "referral.follow_parts": _carried,
    "visit.record_contact": _visited,
    "visit.not_seen": _said("Tried to see the person and did not."),
    "visit.plan": _said("Planned a visit."),
    "visit.start": _said("Set off to the person."),
}
