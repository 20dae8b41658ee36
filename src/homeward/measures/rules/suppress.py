"""What may stand in a file that anyone can open? No count below five, and none that could be worked out from the others."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 5


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One row of counts under a heading; None: kept back."""

    label: str
    numerator: int | None
    denominator: int | None

    @property
    def kept_back(self) -> bool:
        """Is it hidden?"""
        return self.denominator is None


def suppressed(cells: Sequence[Cell]) -> list[Cell]:
    """The rows of one table whose total is published too, with the small ones kept back.

    A row goes when its denominator, its numerator or what is between them is 1 to 4 (a nought tells nothing of anybody,
    unless it says that all or none of a few). If a single row were kept back, the total less the rest would give it
    away, so the smallest of the others goes with it.
    """
    small = {index for index, cell in enumerate(cells) if _small(cell)}
    if len(small) == 1:
        others = [index for index, cell in enumerate(cells) if index not in small and cell.denominator]
        if others:
            small.add(min(others, key=lambda index: (cells[index].denominator or 0, index)))
    return [
        Cell(label=cell.label, numerator=None, denominator=None) if index in small else cell
        for index, cell in enumerate(cells)
    ]


def _small(cell: Cell) -> bool:
    if cell.denominator is None or cell.numerator is None:
        return True
    counts = (cell.denominator, cell.numerator, cell.denominator - cell.numerator)
    return any(0 < count < LEAST for count in counts)
