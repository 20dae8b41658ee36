"""How urgent is a need? Declared questions, declared rules, and when a second look is owed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from homeward.grammar.clocks import Urgency
from homeward.grammar.conditions import Condition, holds
from homeward.grammar.declaration import WORDING, Declaration, Standard

AnswerKind = Literal["yes_no", "choice", "number"]


@dataclass(frozen=True, kw_only=True)
class Question:
    """One triage question. `concept` is the fact it reads and writes. `asked_when` None = always asked."""

    code: str
    words: str = field(metadata=WORDING)
    kind: AnswerKind = "yes_no"
    options: tuple[tuple[str, str], ...] = ()
    concept: str | None = None
    asked_when: Condition | None = None
    help_words: str = field(default="", metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When this holds the need is at least this urgent, because of that. `call_999`: stop and call."""

    code: str
    when: Condition
    urgency: str
    because: str = field(metadata=WORDING)
    call_999: bool = False


@dataclass(frozen=True, kw_only=True)
class SecondLook:
    """A clinician must look again before the urgency is lowered from one of these, or below a rule's advice."""

    lowering_from: tuple[str, ...]
    permission: str
    words: str = field(metadata=WORDING)
    always_when: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class TriageProtocol(Declaration):
    """The questions and rules of one protocol. With no rule met, the need's usual urgency stands."""

    title: str = field(metadata=WORDING)
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    second_look: SecondLook
    standard: Standard


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What the protocol advises: the urgency, the rules that were met, and rules it could not decide."""

    urgency: str
    met: tuple[Rule, ...]
    undecided: tuple[Rule, ...]

    @property
    def call_999(self) -> bool:
        return any(rule.call_999 for rule in self.met)


def advise(
    protocol: TriageProtocol, *, facts: Mapping[str, Any], usual: str, urgencies: Mapping[str, Urgency]
) -> Advice:
    """The soonest urgency among the rules met and the need's usual one. Facts are answers plus what is known."""
    answers = [(rule, holds(rule.when, facts)) for rule in protocol.rules]
    met = tuple(rule for rule, answer in answers if answer is True)
    soonest = min((usual, *(rule.urgency for rule in met)), key=lambda code: urgencies[code].order)
    return Advice(urgency=soonest, met=met, undecided=tuple(rule for rule, answer in answers if answer is None))


def needs_second_look(
    protocol: TriageProtocol,
    *,
    advised: str,
    before: str | None,
    chosen: str,
    facts: Mapping[str, Any],
    urgencies: Mapping[str, Urgency],
) -> bool:
    """Is lowering to `chosen` risky? True below the advice or below a guarded urgency it stood at before."""
    look = protocol.second_look
    order = urgencies[chosen].order
    guarded = [code for code in (advised, before) if code in look.lowering_from]
    if any(order > urgencies[code].order for code in guarded if code is not None):
        return True
    lowered = order > urgencies[advised].order or (before is not None and order > urgencies[before].order)
    return lowered and look.always_when is not None and holds(look.always_when, facts) is True
