"""What may stand in a file that anyone can open? The one function through which every public number passes.

Which counts are small and how far others are rounded is declared by the measure (`SmallNumbers`; 5 and 5 unless it is stricter).
With 5 and 5: no count of 1 to 4, whether of those met, those not met or both; none that could be worked out from the others; every
count that stands is rounded to 5, and a percentage is of the rounded counts. Whoever subtracts learns of a count that
was kept back no more than the mark that stands for it already says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from homeward.grammar.api import SmallNumbers
from homeward.measures.rules.ranges import ANY, ANYTHING, NOBODY, Known, Span

USUAL = SmallNumbers()
_SEAL = object()  # only this file holds it, so nothing else can make what the writers of public files take


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One row of true counts under a heading. `met` of `counted`; `code` is what the place calls the row."""

    label: str
    met: int
    counted: int
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class PublicCell:
    """One row as anyone may see it. None: kept back. It refuses to be made with a count that is small or not rounded."""

    label: str
    numerator: int | None
    denominator: int | None
    code: str = ""
    rule: SmallNumbers = USUAL

    def __post_init__(self) -> None:
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("A row is kept back whole.")
        for count in (self.numerator, self.denominator):
            if count is not None and (count < 0 or count % self.rule.round_to):
                raise ValueError(f"{count} is not rounded to {self.rule.round_to}.")

    @property
    def kept_back(self) -> bool:
        """Is it hidden?"""
        return self.denominator is None

    @property
    def percent(self) -> int | None:
        """Of the rounded counts, so that it gives away no more than they do."""
        if self.numerator is None or not self.denominator:
            return None
        return min(100, round(100 * self.numerator / self.denominator))


@dataclass(frozen=True, kw_only=True)
class Published:
    """A total and the tables that divide it, as anyone may see them. Made by `suppressed` and by nothing else."""

    total: PublicCell
    tables: Mapping[str, Sequence[PublicCell]]
    seal: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise TypeError("Only `suppressed` makes what is published.")


def suppressed(total: Cell, tables: Mapping[str, Sequence[Cell]], rule: SmallNumbers = USUAL) -> Published:
    """The total and each table that divides it, with what is small by the declared rule kept back and the rest rounded.

    A row goes when one of its three counts is small (1 to 4). Then, as long as somebody who holds all that is left could pin
    one of those counts to fewer values than small ones have (four), the smallest row beside it goes too. A total that is
    itself small is not divided at all: the only group that stands would say of each of a few what they are.
    """
    if small(total, rule):
        undivided: dict[str, tuple[PublicCell, ...]] = {name: () for name in tables}
        return Published(total=_public(total, rule, kept_back=True), tables=undivided, seal=_SEAL)
    hidden = {name: {i for i, cell in enumerate(cells) if small(cell, rule)} for name, cells in tables.items()}
    shown = True
    while (leak := _leak(total, tables, hidden, shown, rule)) is not None:
        if not _hide_another(tables, hidden, leak):
            shown = False
            hidden = {name: set(range(len(cells))) for name, cells in tables.items()}
            break
    return Published(
        total=_public(total, rule, kept_back=not shown),
        tables={
            name: tuple(_public(cell, rule, kept_back=i in hidden[name]) for i, cell in enumerate(cells))
            for name, cells in tables.items()
        },
        seal=_SEAL,
    )


def small(cell: Cell, rule: SmallNumbers = USUAL) -> bool:
    """Is one of its counts small (1 to 4)? A nought tells nothing of anybody, unless it says that all or none of a few."""
    return any(0 < count < rule.least for count in _counts(cell))


def rounded(count: int, rule: SmallNumbers = USUAL) -> int:
    """To the nearest five, or whatever the rule says; a half goes up."""
    return rule.round_to * ((count + rule.round_to // 2) // rule.round_to)


def known(cell: PublicCell) -> Known:
    """What a published row tells of the true counts, to somebody who knows these rules."""
    if cell.numerator is None or cell.denominator is None:
        return ANYTHING
    missed = (0, 0) if cell.denominator == cell.numerator else (cell.rule.least, ANY)
    return Known(
        met=_behind(cell.numerator, cell.rule), missed=missed, counted=_behind(cell.denominator, cell.rule)
    ).tight()


def _behind(count: int, rule: SmallNumbers) -> Span:
    """The true counts that are rounded to this one and are not kept back."""
    down = rule.round_to // 2
    return (0, 0) if count == 0 else (max(rule.least, count - down), count + rule.round_to - 1 - down)


def _counts(cell: Cell) -> tuple[int, int, int]:
    return (cell.met, cell.counted - cell.met, cell.counted)


def _public(cell: Cell, rule: SmallNumbers, *, kept_back: bool) -> PublicCell:
    if kept_back:
        return PublicCell(label=cell.label, code=cell.code, numerator=None, denominator=None, rule=rule)
    met, counted = rounded(cell.met, rule), rounded(cell.counted, rule)
    return PublicCell(label=cell.label, code=cell.code, numerator=met, denominator=counted, rule=rule)


def _leak(
    total: Cell, tables: Mapping[str, Sequence[Cell]], hidden: Mapping[str, set[int]], shown: bool, rule: SmallNumbers
) -> tuple[str, int] | None:
    """The first row kept back, one of whose small counts is known too well; None when there is none."""
    told = {
        name: [known(_public(cell, rule, kept_back=i in hidden[name])) for i, cell in enumerate(cells)]
        for name, cells in tables.items()
    }
    whole = known(_public(total, rule, kept_back=not shown))
    sums = {name: _sum(rows) for name, rows in told.items()}
    for name, rows in told.items():
        whole = whole.meet(sums[name]) if rows else whole
    for name, cells in tables.items():
        for i in sorted(hidden[name]):
            rest = _sum([row for k, row in enumerate(told[name]) if k != i])
            if _pinned(cells[i], told[name][i].meet(whole.less(rest)), rule):
                return name, i
    return None


def _pinned(cell: Cell, left: Known, rule: SmallNumbers) -> bool:
    """Small counts have `least - 1` possible values: a range as wide as that tells nothing new."""
    spans = (left.met, left.missed, left.counted)
    return any(
        0 < count < rule.least and span[1] - span[0] < rule.least - 2
        for count, span in zip(_counts(cell), spans, strict=True)
    )


def _sum(rows: Sequence[Known]) -> Known:
    found = NOBODY
    for row in rows:
        found = found.plus(row)
    return found


def _hide_another(tables: Mapping[str, Sequence[Cell]], hidden: Mapping[str, set[int]], leak: tuple[str, int]) -> bool:
    """Keep the smallest row back that is still shown beside the one that leaks, else in another table; False when none is."""
    for name in (leak[0], *(each for each in tables if each != leak[0])):
        left = [i for i, cell in enumerate(tables[name]) if i not in hidden[name] and cell.counted]
        if left:
            hidden[name].add(min(left, key=lambda i: (tables[name][i].counted, i)))
            return True
    return False
