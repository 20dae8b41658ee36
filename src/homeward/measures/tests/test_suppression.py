"""Can anybody work a small count out of what is published, with every table in hand and a solver?

The attacker is not the code under test: it is an exact solver over all worlds of whole numbers that fit what stands there.
"""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.grammar.api import SmallNumbers
from homeward.measures.rules import suppress
from homeward.measures.rules.ranges import Known
from homeward.measures.rules.suppress import Cell, PublicCell, Published, known, rounded, small, suppressed
from homeward.measures.tests.attacking import INNER, MARGINS, SQUARES, Attacker, World, cell, published

SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
KEYS = list(product(SQUARES, (True, False)))
counts = st.one_of(st.integers(0, 6), st.sampled_from([0, 0, 0, 1, 12, 30]), st.sampled_from([0, 0, 0, 0, 3]))
worlds = st.lists(counts, min_size=len(KEYS), max_size=len(KEYS)).map(lambda n: dict(zip(KEYS, n, strict=True)))
spans = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda pair: (min(pair), max(pair)))


@SLOWLY
@given(worlds)
@pytest.mark.hazard(
    "HZ-S73-40",
    hazard="A small count is worked out of what is published, by taking parts from totals, and with it a person is known.",
    control="One function keeps small counts back, with as many others as it takes; an exact solver that holds every table "
    "cannot pin a count of 1 to 4 to fewer than four values, nor any square behind the tables to one.",
)
def test_no_small_count_can_be_worked_out(world: World) -> None:
    attacker = Attacker(published(world))
    assert not list(attacker.known_too_well(world, MARGINS, 3))
    assert not list(attacker.known_too_well(world, INNER, 1))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(worlds, st.sampled_from([SmallNumbers(least=7), SmallNumbers(least=10, round_to=10), SmallNumbers(least=10)]))
def test_nor_under_a_stricter_rule_that_a_measure_declares(world: World, rule: SmallNumbers) -> None:
    """The declared rule is the one that is applied: under each the same attacker pins no small count."""
    told = published(world, rule)
    attacker = Attacker(told)
    assert not list(attacker.known_too_well(world, MARGINS, rule.least - 2))
    assert not list(attacker.known_too_well(world, INNER, 1))
    rows = [told.total, *(row for table in told.tables.values() for row in table)]
    counts = [count for row in rows for count in (row.numerator, row.denominator) if count is not None]
    assert all(count % rule.round_to == 0 for count in counts)
    assert all(
        not small(cell(world, {"area": i}), rule) for i, row in enumerate(told.tables["area"]) if not row.kept_back
    )


@pytest.mark.parametrize(("met", "counted"), [(3, 3), (0, 2), (2, 60), (58, 60)])
def test_a_few_are_not_divided_so_that_nobody_learns_what_all_of_them_are(met: int, counted: int) -> None:
    """With the rows of a small total in the file, the one group that stands would be that of each of a few."""
    whole, women = Cell(label="", met=met, counted=counted), Cell(label="Female", met=met, counted=counted)
    told = suppressed(whole, {"sex": [women], "month": [Cell(label="2026-01", met=0, counted=0), women]})
    assert told.total.kept_back and told.tables == {"sex": (), "month": ()}


@SLOWLY
@given(worlds, st.lists(st.sampled_from(KEYS), max_size=3))
@pytest.mark.hazard(
    "HZ-S73-41",
    hazard="Two files published at different times are taken from one another, and the difference is one person.",
    control="Periods published are fixed and never overlap; where late records changed one, a solver that holds both files "
    "pins no small count.",
)
def test_nor_by_comparing_with_what_was_published_before(
    world: World, late: list[tuple[tuple[int, ...], bool]]
) -> None:
    later = dict(world)
    for key in late:
        later[key] += 1
    attacker = Attacker(published(world), published(later))
    assert not list(attacker.known_too_well(later, MARGINS, 1))


def test_the_attacker_is_a_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the second step the same attacker breaks the same table: the proof that the test can fail."""
    monkeypatch.setattr(suppress, "_leak", lambda *_: None)
    world: World = dict.fromkeys(KEYS, 0)
    for area, met in ((0, 8), (1, 8), (2, 1)):
        world[(0, area, 0), True] = met
    attacker = Attacker(published(world))
    assert list(attacker.known_too_well(world, MARGINS, 3))


@given(spans, spans, spans, spans, spans, spans)
def test_areas_of_worlds_add_exactly(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int],
                                     e: tuple[int, int], f: tuple[int, int]) -> None:  # fmt: skip
    one, other = Known(met=a, missed=b, counted=c), Known(met=d, missed=e, counted=f)
    these, those = points(one), points(other)
    if these and those:
        both = {(x + u, y + v) for x, y in these for u, v in those}
        assert points(one.tight().plus(other.tight())) == both
        assert points(one.tight().less(other.tight())) >= {(x - u, y - v) for x, y in these for u, v in those if x >= u}
        assert bounds(one) == one.tight()


def points(area: Known) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(area.met[0], area.met[1] + 1)
        for y in range(area.missed[0], area.missed[1] + 1)
        if area.counted[0] <= x + y <= area.counted[1]
    }


def bounds(area: Known) -> Known:
    held = points(area)
    met, missed, both = ([pick(p) for p in held] for pick in (lambda p: p[0], lambda p: p[1], sum))
    return Known(met=(min(met), max(met)), missed=(min(missed), max(missed)), counted=(min(both), max(both)))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12))
def test_what_stands_is_rounded_and_never_small(rows: list[tuple[int, int]]) -> None:
    cells = [Cell(label=str(i), met=met, counted=met + missed) for i, (met, missed) in enumerate(rows)]
    total = Cell(label="", met=sum(c.met for c in cells), counted=sum(c.counted for c in cells))
    told = suppressed(total, {"part": cells})
    if small(total):
        assert told.total.kept_back and not told.tables["part"]
        return
    for true, row in zip([total, *cells], [told.total, *told.tables["part"]], strict=True):
        if row.numerator is None or row.denominator is None:
            assert row.percent is None
            continue
        assert not small(true)
        assert abs(row.numerator - true.met) <= 2 and abs(row.denominator - true.counted) <= 2
        assert known(row).met[0] <= true.met <= known(row).met[1]
        assert row.numerator == rounded(true.met)


def test_enough_and_nobody_are_left_alone() -> None:
    cells = [
        Cell(label="a", met=0, counted=0),
        Cell(label="b", met=20, counted=40),
        Cell(label="c", met=40, counted=40),
    ]
    told = suppressed(Cell(label="", met=60, counted=80), {"part": cells})
    assert [row.kept_back for row in told.tables["part"]] == [False, False, False]
    assert [row.percent for row in told.tables["part"]] == [None, 50, 100]


def test_nothing_else_can_make_what_is_published() -> None:
    with pytest.raises(ValueError, match="not rounded"):
        PublicCell(label="", numerator=3, denominator=10)
    with pytest.raises(ValueError, match="whole"):
        PublicCell(label="", numerator=None, denominator=10)
    with pytest.raises(TypeError, match="Only"):
        Published(total=PublicCell(label="", numerator=5, denominator=5), tables={}, seal=object())
