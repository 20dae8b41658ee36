"""Which decisions were made in advance, how old is each, who told us, and does it still stand? Unknown is said, never implied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from homeward.directory import api as directory
from homeward.foundation.moments import said_span
from homeward.grammar.api import AdvanceDecision, DecisionMeans
from homeward.records.api import ItemLine
from homeward.web.people.health.body import Tree, codes_of, ends_at, note_of, tree_of
from homeward.web.people.health.line import source_named

Standing = Literal["stands", "due", "ended", "unknown"]
ENDED = frozenset(
    {"inactive", "superseded", "rejected", "revoked", "cancelled", "completed", "resolved", "not-done", "stopped"}
)
STANDS = frozenset({"active", "current", "final", "amended", "corrected", "preliminary", "in-progress"})
CPR: tuple[DecisionMeans, ...] = ("attempt_resuscitation", "do_not_attempt_resuscitation")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One decision. `words` say whether it still stands, as far as we were told."""

    title: str
    plain_words: str
    means: DecisionMeans
    standing: Standing
    words: str
    note: str
    at: datetime
    source: str
    order: int


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """What was found: what may still stand first, then what has ended."""

    found: Sequence[Decision]
    closed: bool = False

    @property
    def standing(self) -> list[Decision]:
        return [each for each in self.found if each.standing != "ended"]

    @property
    def ended(self) -> list[Decision]:
        return [each for each in self.found if each.standing == "ended"]

    @property
    def resuscitation_known(self) -> bool:
        """Does something that may still stand speak of resuscitation itself?"""
        return any(each.means in CPR for each in self.standing)

    @property
    def clash(self) -> bool:
        """Do two that may still stand say opposite things?"""
        return {each.means for each in self.standing} >= set(CPR)


def wanted_codes() -> tuple[str, ...]:
    """Every code by which the place knows a decision, or the question it answers."""
    declared = directory.place().advance_decisions.values()
    return tuple(dict.fromkeys(code for each in declared for code in (*each.codes, *each.asked_as)))


def decisions(rows: Iterable[ItemLine], *, closed: bool, at: datetime) -> Decisions:
    """The rows as decisions, in the declared order, the newest of a kind first."""
    found = [each for row in rows for each in _decision(row, at)]
    return Decisions(found=sorted(found, key=lambda each: (each.order, -each.at.timestamp())), closed=closed)


def standing_of(
    status: str, *, made_at: datetime, ends: datetime | None, kind: AdvanceDecision, at: datetime
) -> tuple[Standing, str]:
    """Whether it still stands, and that in words. A status we do not know, or none, is said to be unknown."""
    if ends is not None and ends < at:
        return "ended", "It ended on the day it was made for. It no longer stands."
    if status in ENDED:
        return "ended", "It no longer stands, the source says."
    if status not in STANDS:
        return "unknown", "Whether it still stands is not known: the source does not say."
    if kind.review_after is not None and at - made_at > kind.review_after:
        return (
            "due",
            f"Made {said_span(at - made_at)} ago: check whether it has been reviewed since. Nobody has told us that it ended.",
        )
    return "stands", "It stands, as far as the source has told us."


def _decision(row: ItemLine, at: datetime) -> list[Decision]:
    tree = tree_of(row.body)
    kind = _kind_of(row, tree)
    if kind is None:
        return []
    standing, words = standing_of(row.status, made_at=row.placed_at, ends=ends_at(tree), kind=kind, at=at)
    return [
        Decision(
            title=kind.title, plain_words=kind.plain_words, means=kind.means, standing=standing, words=words,
            note=note_of(tree), at=row.placed_at, source=source_named(row.source), order=kind.order,
        )
    ]  # fmt: skip


def _kind_of(row: ItemLine, tree: Tree) -> AdvanceDecision | None:
    """By the item's own codes, or by the answer of an observation that asks for it."""
    own = {f"{row.code_system}|{row.code}", *row.more_codes}
    answered = {*codes_of(tree.get("valueCodeableConcept")), *own}
    for each in directory.place().advance_decisions.values():
        asked = own & set(each.asked_as)
        if (answered if asked else own) & set(each.codes):
            return each
    return None
