"""Who attacks what is published? A solver over all worlds of whole numbers that fit it; it knows the rules, not the data."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from ortools.sat.python import cp_model

from homeward.grammar.api import SmallNumbers
from homeward.measures.rules.suppress import USUAL, Cell, PublicCell, Published, suppressed

MOST = 400
AXES = {"month": 3, "area": 3, "age": 2}
Square = tuple[int, ...]
Part = dict[str, int]  # which index of which axis; none of them: everybody
World = dict[tuple[Square, bool], int]

SQUARES: list[Square] = list(product(*(range(n) for n in AXES.values())))
MARGINS: list[Part] = [{axis: i} for axis, n in AXES.items() for i in range(n)]
INNER: list[Part] = [dict(zip(AXES, square, strict=True)) for square in SQUARES]


def lies_in(square: Square, part: Part) -> bool:
    """Is this square within the part?"""
    at = dict(zip(AXES, square, strict=True))
    return all(at[axis] == i for axis, i in part.items())


def cell(world: World, part: Part, label: str = "") -> Cell:
    """The true counts of a part."""
    met, missed = (
        sum(n for (square, was_met), n in world.items() if was_met is wanted and lies_in(square, part))
        for wanted in (True, False)
    )
    return Cell(label=label, met=met, counted=met + missed)


def published(world: World, rule: SmallNumbers = USUAL) -> Published:
    """The total and a table for each axis, as the house publishes them."""
    tables = {axis: [cell(world, {axis: i}, str(i)) for i in range(n)] for axis, n in AXES.items()}
    return suppressed(cell(world, {}), tables, rule)


class Attacker:
    """All worlds that fit everything published of one period: at first, and again each time after late records came.

    Late records only ever add to those met and to those counted; the attacker knows that too.
    """

    def __init__(self, *files: Published) -> None:
        self.model = cp_model.CpModel()
        self.rule = files[0].total.rule
        self.states: list[dict[tuple[Square, bool], Any]] = []
        for told in files:
            self.states.append(self.another())
            self.learns(told.total, {})
            for axis, rows in told.tables.items():
                for i, row in enumerate(rows):
                    self.learns(row, {axis: i})

    def another(self) -> dict[tuple[Square, bool], Any]:
        """The unknown counts at one publication."""
        state = {key: self.model.new_int_var(0, MOST, "") for key in product(SQUARES, (True, False))}
        if self.states:
            before = self.states[-1]
            for square in SQUARES:
                self.model.add(state[square, True] >= before[square, True])
                self.model.add(
                    state[square, True] + state[square, False] >= before[square, True] + before[square, False]
                )
        return state

    def sums(self, part: Part) -> tuple[Any, Any]:
        """Those met and those not met in a part, at the last publication."""
        met, missed = (
            cp_model.LinearExpr.sum(
                [n for (square, was_met), n in self.states[-1].items() if was_met is wanted and lies_in(square, part)]
            )
            for wanted in (True, False)
        )
        return met, missed

    def learns(self, told: PublicCell, part: Part) -> None:
        """Take a row into account, with all that the rules let it mean."""
        if told.numerator is None or told.denominator is None:
            return
        met, missed = self.sums(part)
        for count, sum_of in ((told.numerator, met), (told.denominator, met + missed)):
            down, up = told.rule.round_to // 2, told.rule.round_to - 1 - told.rule.round_to // 2
            self.model.add_linear_constraint(
                sum_of, max(told.rule.least, count - down) if count else 0, count + up if count else 0
            )
        if told.numerator == told.denominator:
            self.model.add(missed == 0)
        else:
            self.model.add(missed >= told.rule.least)

    def range_of(self, sum_of: Any) -> tuple[int, int]:
        """The least and the most that it can be."""
        found = []
        for aim in (self.model.minimize, self.model.maximize):
            aim(sum_of)
            solver = cp_model.CpSolver()
            solver.parameters.num_workers = 1
            assert solver.solve(self.model) == cp_model.OPTIMAL
            found.append(round(solver.objective_value))
        return found[0], found[1]

    def known_too_well(self, world: World, parts: list[Part], width: int) -> Iterator[str]:
        """Small counts whose range is narrower than so wide."""
        for part in parts:
            true, (met, missed) = cell(world, part), self.sums(part)
            counts = (true.met, true.counted - true.met, true.counted)
            for count, sum_of in zip(counts, (met, missed, met + missed), strict=True):
                if 0 < count < self.rule.least:
                    low, high = self.range_of(sum_of)
                    if high - low < width:
                        yield f"{part}: {count} is known to lie between {low} and {high}"
