"""What may stand in a file that anyone can open? The one function through which every public number passes.

No count of 1 to 4, whether of those met, those not met or both; none that could be worked out from the others; every
count that stands is rounded to 5, and a percentage is of the rounded counts. Whoever subtracts learns of a count that
was kept back no more than the mark that stands for it already says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from homeward.measures.rules.ranges import ANY, ANYTHING, NOBODY, Known, Span

LEAST = 5
ROUND_TO = 5
SLACK = LEAST - 2  # 1 to 4 are four possible values: a range as wide as that tells nothing new
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

    def __post_init__(self) -> None:
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("A row is kept back whole.")
        for count in (self.numerator, self.denominator):
            if count is not None and (count < 0 or count % ROUND_TO):
                raise ValueError(f"{count} is not rounded to {ROUND_TO}.")

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


def suppressed(total: Cell, tables: Mapping[str, Sequence[Cell]]) -> Published:
    """The total and each table that divides it, with what is small kept back and the rest rounded.

    A row goes when one of its three counts is 1 to 4. Then, as long as somebody who holds all that is left could pin one
    of those counts to fewer than four values, the smallest row beside it goes too.
    """
    hidden = {name: {i for i, cell in enumerate(cells) if small(cell)} for name, cells in tables.items()}
    shown = not small(total)
    while (leak := _leak(total, tables, hidden, shown)) is not None:
        if not _hide_another(tables, hidden, leak):
            shown = False
            hidden = {name: set(range(len(cells))) for name, cells in tables.items()}
            break
    return Published(
        total=_public(total, kept_back=not shown),
        tables={
            name: tuple(_public(cell, kept_back=i in hidden[name]) for i, cell in enumerate(cells))
            for name, cells in tables.items()
        },
        seal=_SEAL,
    )


def small(cell: Cell) -> bool:
    """Is one of its counts 1 to 4? A nought tells nothing of anybody, unless it says that all or none of a few."""
    return any(0 < count < LEAST for count in _counts(cell))


def rounded(count: int) -> int:
    """To the nearest five."""
    return ROUND_TO * ((count + ROUND_TO // 2) // ROUND_TO)


def known(cell: PublicCell) -> Known:
    """What a published row tells of the true counts, to somebody who knows these rules."""
    if cell.numerator is None or cell.denominator is None:
        return ANYTHING
    missed = (0, 0) if cell.denominator == cell.numerator else (LEAST, ANY)
    return Known(met=_behind(cell.numerator), missed=missed, counted=_behind(cell.denominator)).tight()


def _behind(count: int) -> Span:
    """The true counts that are rounded to this one and are not kept back."""
    half = ROUND_TO // 2
    return (0, 0) if count == 0 else (max(LEAST, count - half), count + half)


def _counts(cell: Cell) -> tuple[int, int, int]:
    return (cell.met, cell.counted - cell.met, cell.counted)


def _public(cell: Cell, *, kept_back: bool) -> PublicCell:
    if kept_back:
        return PublicCell(label=cell.label, code=cell.code, numerator=None, denominator=None)
    return PublicCell(label=cell.label, code=cell.code, numerator=rounded(cell.met), denominator=rounded(cell.counted))


def _leak(
    total: Cell, tables: Mapping[str, Sequence[Cell]], hidden: Mapping[str, set[int]], shown: bool
) -> tuple[str, int] | None:
    """The first row kept back, one of whose small counts is known too well; None when there is none."""
    told = {
        name: [known(_public(cell, kept_back=i in hidden[name])) for i, cell in enumerate(cells)]
        for name, cells in tables.items()
    }
    whole = known(_public(total, kept_back=not shown))
    sums = {name: _sum(rows) for name, rows in told.items()}
    for name, rows in told.items():
        whole = whole.meet(sums[name]) if rows else whole
    for name, cells in tables.items():
        for i in sorted(hidden[name]):
            rest = _sum([row for k, row in enumerate(told[name]) if k != i])
            if _pinned(cells[i], told[name][i].meet(whole.less(rest))):
                return name, i
    return None


def _pinned(cell: Cell, left: Known) -> bool:
    spans = (left.met, left.missed, left.counted)
    return any(
        0 < count < LEAST and span[1] - span[0] < SLACK for count, span in zip(_counts(cell), spans, strict=True)
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
