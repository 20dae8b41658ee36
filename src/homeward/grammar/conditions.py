"""How is a test over facts written down, and does it hold? Yes, no, or not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Comparison = Literal["is", "is_not", "in", "not_in", "at_least", "at_most", "true", "false", "present", "shares"]
Value: TypeAlias = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Test:
    """One comparison: the named fact against a value ('shares' = two lists have a member in common)."""

    __test__ = False  # pytest must not collect it

    fact: str
    is_: Comparison
    value: Value = None


@dataclass(frozen=True, kw_only=True)
class AllOf:
    """Every part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, kw_only=True)
class AnyOf:
    """At least one part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, kw_only=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition: TypeAlias = Test | AllOf | AnyOf | Not


def holds(condition: Condition, facts: Mapping[str, Any]) -> bool | None:
    """True, False, or None when a fact that decides it is not known (three-valued logic of Kleene)."""
    if isinstance(condition, Not):
        inner = holds(condition.part, facts)
        return None if inner is None else not inner
    if isinstance(condition, Test):
        return _compare(condition, facts.get(condition.fact))
    answers = [holds(part, facts) for part in condition.parts]
    decisive = isinstance(condition, AnyOf)
    if decisive in answers:
        return decisive
    return None if None in answers else not decisive


def facts_named(condition: Condition) -> frozenset[str]:
    """The facts a condition asks about, so that a screen can say which one is missing."""
    if isinstance(condition, Test):
        return frozenset({condition.fact})
    if isinstance(condition, Not):
        return facts_named(condition.part)
    return frozenset().union(*(facts_named(part) for part in condition.parts))


def values_named(condition: Condition, fact: str) -> frozenset[str]:
    """The values that one fact is compared with."""
    if isinstance(condition, Not):
        return values_named(condition.part, fact)
    if not isinstance(condition, Test):
        return frozenset().union(*(values_named(part, fact) for part in condition.parts))
    if condition.fact != fact or condition.value is None:
        return frozenset()
    return frozenset(condition.value if isinstance(condition.value, tuple) else (str(condition.value),))


def _compare(test: Test, known: Any) -> bool | None:
    if test.is_ == "present":
        return known is not None
    if known is None:
        return None
    wanted: Any = test.value
    match test.is_:
        case "is":
            return bool(known == wanted)
        case "is_not":
            return bool(known != wanted)
        case "in":
            return known in wanted
        case "not_in":
            return known not in wanted
        case "shares":
            return not set(wanted).isdisjoint(known)
        case "at_least":
            return bool(known >= wanted)
        case "at_most":
            return bool(known <= wanted)
        case "true":
            return known is True
        case _:
            return known is False
