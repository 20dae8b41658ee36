"""What stands on the board for everybody? Made once of the ledger as it stands, however many look at it."""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.capacity import api as capacity
from homeward.web.capacity.board.kinds import Localities
from homeward.web.capacity.board.rows import Row, Sum, by_locality, rows_of, sums


@dataclass(frozen=True, kw_only=True, eq=False)
class Whole:
    """Every row and every sum of one reading of the ledger. Nothing in it depends on who asks."""

    seen: capacity.Picture
    places: Localities
    rows: Sequence[Row]
    sums: Sequence[Sum]
    by_locality: Sequence[tuple[str, str, Sequence[Sum]]]


_held: list[Whole] = []


def whole(seen: capacity.Picture, places: Localities) -> Whole:
    """Made anew when the ledger or the localities are other than they were."""
    for each in _held[:1]:
        if each.seen is seen and each.places is places:
            return each
    rows = rows_of(seen, places)
    made = Whole(seen=seen, places=places, rows=rows, sums=sums(rows), by_locality=by_locality(rows, places.names))
    _held[:] = [made]
    return made
