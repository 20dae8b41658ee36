"""In which groups are the numbers shown, and which of them fit what was searched for?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from homeward.directory import api as directory
from homeward.grammar.api import Measure
from homeward.measures import api as measures

OTHERS = "Other numbers"
STATES = {"": "All", "computed": "Computed", "waits": "Waiting for data"}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One declared measure, with its figure where something computes it."""

    measure: Measure
    figure: measures.Figure | None


@dataclass(frozen=True, kw_only=True)
class Group:
    """Numbers that answer one question together: those of a board, or the rest."""

    code: str
    title: str
    question: str
    computed: Sequence[Line]
    waiting: Sequence[Line]


def groups(figures: Mapping[str, measures.Figure], *, words: str, state: str) -> list[Group]:
    """Each measure once, under the first board that shows it; those of no board at the end."""
    place = directory.place()
    left = {code: each for code, each in place.measures.items() if fits(each, words)}
    found = []
    for board in sorted(place.dashboards.values(), key=lambda each: (each.order, each.title)):
        codes = [each.measure for each in board.numbers] + [each.safety for each in board.numbers if each.safety]
        shown = [left.pop(code) for code in codes if code in left]
        found.append(_group(board.code, board.title, board.question, shown, figures, state))
    rest = sorted(left.values(), key=lambda each: (_order(each), each.title))
    found.append(_group("others", OTHERS, "Numbers that stand on no board.", rest, figures, state))
    return [group for group in found if group.computed or group.waiting]


def fits(measure: Measure, words: str) -> bool:
    """Is each of the words somewhere in what the measure says of itself?"""
    said = " ".join(
        (measure.title, measure.number or "", measure.question, measure.definition, measure.source, measure.code)
    ).casefold()
    return all(word in said for word in words.casefold().split())


def _group(
    code: str, title: str, question: str, shown: Sequence[Measure],
    figures: Mapping[str, measures.Figure], state: str,
) -> Group:  # fmt: skip
    lines = [Line(measure=each, figure=figures.get(each.code)) for each in shown]
    return Group(
        code=code, title=title, question=question,
        computed=[line for line in lines if line.figure] if state != "waits" else [],
        waiting=[line for line in lines if not line.figure] if state != "computed" else [],
    )  # fmt: skip


def _order(measure: Measure) -> tuple[int, str]:
    """M2 before M19; those without a number last."""
    digits = "".join(each for each in measure.number or "" if each.isdigit())
    return (int(digits) if digits else 999, measure.number or "")
