"""What is a fault, and how are the ones that recur worded?"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from homeward.grammar.conditions import Condition, facts_named, values_named
from homeward.grammar.declaration import Declaration, Standard
from homeward.grammar.facts import KNOWN_OF_EVERY_REFERRAL
from homeward.grammar.place import Place
from homeward.grammar.referrers import REFERRERS, REQUESTER_KIND

PERMISSION_SHAPE = re.compile(r"[a-z_]+\.([a-z_]+|\*)")
EVENT_SHAPE = re.compile(r"[a-z_]+\.[a-z_]+")


# These wait for their owner; the house starts all the same, and says so.
CAN_WAIT = frozenset({"review-overdue", "bank-holidays-run-out"})


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is wrong: in which declaration, under which rule, in words, and who should put it right."""

    kind: str
    code: str
    rule: str
    words: str
    owner: str = ""

    @property
    def stops(self) -> bool:
        """Must it be put right before the house starts? What is merely overdue must not."""
        return self.rule not in CAN_WAIT


def fault(declared: Declaration, rule: str, words: str) -> Fault:
    """A fault in one declaration."""
    return Fault(kind=type(declared).__name__, code=declared.code, rule=rule, words=words, owner=declared.owner)


def unknown(declared: Declaration, what: str, named: Iterable[str | None], known: Collection[str]) -> Iterator[Fault]:
    """A fault for each name that points at nothing."""
    for name in named:
        if name is not None and name not in known:
            yield fault(
                declared,
                f"unknown-{what.replace(' ', '-')}",
                f"{_title(declared)} names the {what} '{name}', which is not declared.",
            )


def uncited(declared: Declaration, standard: Standard) -> Iterator[Fault]:
    """A fault when a target says neither what it rests on nor where that is written."""
    if not standard.words.strip() or not standard.source.strip():
        yield fault(
            declared,
            "no-citation",
            f"{_title(declared)} cites no standard. Say what the rule is and where it is written, "
            "or mark it as a local proposal.",
        )


def unknown_facts(place: Place, declared: Declaration, condition: Condition | None) -> Iterator[Fault]:
    """A fault for each fact asked about that no form, triage question or referral supplies."""
    if condition is None:
        return
    for fact in sorted(facts_named(condition) - facts_supplied(place)):
        yield fault(
            declared,
            "unknown-fact",
            f"{_title(declared)} asks about '{fact}', which no form, question or referral records.",
        )
    for kind in sorted(values_named(condition, REQUESTER_KIND) - REFERRERS.keys()):
        yield fault(
            declared,
            "unknown-referrer",
            f"{_title(declared)} asks for referrers of the kind '{kind}', which there is not.",
        )


def facts_supplied(place: Place) -> frozenset[str]:
    """Every fact that a condition may ask about."""
    asked = {question.code for each in place.protocols.values() for question in each.questions}
    also = {question.concept for each in place.protocols.values() for question in each.questions}
    flags = {flag.code for need in place.needs.values() for flag in need.red_flags}
    written = {item.concept for each in place.questionnaires.values() for item in each.items}
    return frozenset(KNOWN_OF_EVERY_REFERRAL) | asked | flags | {each for each in also | written if each is not None}


def _title(declared: Declaration) -> str:
    words = getattr(declared, "title", None) or getattr(declared, "name", None) or declared.code
    return f"'{words}'"


title_of = _title
