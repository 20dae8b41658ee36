"""Is this somebody about whom a crew rings before it conveys? By the place's declared rule, with why in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from homeward.grammar.api import Criterion, Need, RedFlag, facts_named, holds


def eligible(criteria: Sequence[Criterion], facts: Mapping[str, Any]) -> tuple[bool | None, str]:
    """Yes, no, or None when a fact that decides it is not known; and the words of what decided it.

    A `prefer` decides nothing.
    """
    unknown: list[str] = []
    for each in criteria:
        if each.kind == "prefer":
            continue
        told = holds(each.test, facts)
        if told is None:
            unknown.append(each.words)
        elif told is (each.kind == "must_not"):
            return False, each.words_against
    if unknown:
        return None, f"Not known: {'; '.join(unknown)}"
    return True, "; ".join(each.words for each in criteria if each.kind != "prefer")


def signs_asked(criteria: Iterable[Criterion], needs: Iterable[Need]) -> tuple[RedFlag, ...]:
    """The danger signs that the rule asks about, each once, in the order of the needs that declare them."""
    asked: frozenset[str] = frozenset().union(*(facts_named(each.test) for each in criteria))
    flags = {flag.code: flag for need in needs for flag in need.red_flags if flag.code in asked}
    return tuple(flags.values())
