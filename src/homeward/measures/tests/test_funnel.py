"""Does a funnel leave small places in peace and find the large one that differs?"""

import csv
import os
import random
from math import pi, sin, sqrt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.measures.rules.funnel import ALARM, ALERT, FunnelPart, funnel, limits_at
from homeward.measures.rules.spc import SpcRefused
from homeward.measures.rules.spread import between_places

FILE = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere")) / "hospital-series" / "ae_attendances.csv"
BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of ours


def _part(numerator: int, denominator: int) -> FunnelPart:
    return FunnelPart(label="x", numerator=numerator, denominator=denominator)


def test_limits_of_a_fair_coin_by_hand() -> None:
    """10 tosses: chances of 0, 1, 2 heads 1, 10, 45 of 1,024. 2.5% lies within the second heads: F(2) = 56/1024.

    The limit is (2 − (56/1024 − 0.025) / (45/1024)) / 10, and its mirror.
    """
    lower, upper = limits_at(0.5, 10, ALERT)
    by_hand = 100 * (2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10
    assert lower == pytest.approx(by_hand) and upper == pytest.approx(100 - by_hand)


@pytest.mark.hazard(
    "HZ-S29-1",
    hazard="A small care home or practice is shamed by noise",
    control="A place is judged by exact chance at its own size, wider where many places surely differ by more, never ranked",
)
def test_one_missed_of_one_is_no_alarm_where_nearly_all_are_met() -> None:
    """19 of 20 are met everywhere: a miss in a place of one happens one time in twenty."""
    made = funnel([_part(950, 1000), _part(0, 1), _part(700, 1000)])
    assert made.parts[1].outside == ""
    assert made.parts[2].outside == "alarm_low"


def test_all_or_nobody_has_no_funnel() -> None:
    assert funnel([]).mean is None and funnel([_part(0, 0)]).parts == ()
    assert funnel([_part(5, 5), _part(9, 9)]).parts[0].outside == ""


def test_more_than_all_cannot_be() -> None:
    with pytest.raises(SpcRefused, match="6 of 5 cannot be"):
        funnel([_part(6, 5)])


@BUSY
@given(st.floats(min_value=0.01, max_value=0.99), st.integers(min_value=1, max_value=3000))
def test_limits_lie_around_the_share_and_the_stricter_outside(share: float, size: int) -> None:
    lower, upper = limits_at(share, size, ALERT)
    far_lower, far_upper = limits_at(share, size, ALARM)
    assert -1e-9 <= far_lower <= lower + 1e-9 <= 100 * share + 1e-6
    assert 100 * share - 1e-6 <= upper <= far_upper + 1e-9 <= 100 + 2e-9


def test_places_that_differ_by_more_than_chance_have_limits_that_allow_for_it_by_hand() -> None:
    """Six of 40%, six of 60%, 1,000 each: 0.1 / √(0.25 / 1000) = √40 standard errors either way, nothing to pull in.

    Between places: (12 × 40 − 11) / (12 × 4000 − 4000) as squared angles; about all of them, 3.090232 × √(1/4000 + that).
    """
    made = funnel([_part(400, 1000)] * 6 + [_part(600, 1000)] * 6)
    between = (12 * 40 - 11) / (12 * 4000 - 4000)
    assert made.between == pytest.approx(sqrt(between))
    upper = 100 * sin(pi / 4 + 3.090232 * sqrt(1 / 4000 + between)) ** 2
    assert made.parts[0].upper == pytest.approx(upper) and made.parts[0].lower == pytest.approx(100 - upper)
    assert {each.outside for each in made.parts} == {""}
    assert made.ordinary == pytest.approx(
        (100 * sin(pi / 4 - 1.959964 * sqrt(between)) ** 2, 100 * sin(pi / 4 + 1.959964 * sqrt(between)) ** 2)
    )


def test_a_place_that_stands_apart_from_ordinary_differences_is_still_found() -> None:
    """Whatever stands apart is pulled in before the ordinary is reckoned, so that it does not hide itself."""
    ordinary = [_part(7_000 + 60 * (each % 7 - 3), 10_000) for each in range(40)]
    made = funnel([*ordinary, _part(4_000, 10_000)])
    assert made.between and made.parts[-1].outside == "alarm_low"
    assert not any(each.outside.startswith("alarm") for each in made.parts[:-1])


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ([_part(700 + 10 * (each % 3 - 1), 1_000) for each in range(20)], "no more apart than chance puts them"),
        ([_part(500, 1_000)] * 5 + [_part(900, 1_000)] * 6, "too few to tell what is ordinary"),
        ([_part(1, 1)] * 9 + [_part(0, 1)] * 9 + [_part(2, 2), _part(0, 2), _part(21, 36)], "a few in each: all or none of them by chance"),
        ([_part(0, 1_000)] * 20, "nobody"),
        ([_part(9, 9)] * 20, "everybody"),
    ],
)
def test_other_places_keep_the_limits_of_chance(parts: list[FunnelPart], what: str) -> None:
    made = funnel(parts)
    assert made.between == 0.0 and made.ordinary is None and made.mean is not None, what
    for each in made.parts:
        assert (each.lower, each.upper) == limits_at(made.mean / 100, each.part.denominator, ALARM), what


@BUSY
@given(st.lists(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=40))
def test_limits_are_never_narrower_than_those_of_chance(counts: list[tuple[int, int]]) -> None:
    made = funnel([_part(*each) for each in counts])
    for each in made.parts:
        lower, upper = limits_at((made.mean or 0) / 100, each.part.denominator, ALARM)
        assert 0 <= each.lower <= lower + 1e-9 and upper - 1e-9 <= each.upper <= 100 + 1e-9


@pytest.mark.skipif(not FILE.is_file(), reason="HOMEWARD_EXAMPLES names no folder of examples")
def test_real_departments_that_count_thousands_are_not_nearly_all_marked() -> None:
    """Waits of four hours at most in every main emergency department of England, each month of three years."""
    months = dict[str, list[FunnelPart]]()
    with FILE.open(newline="") as rows:
        for row in csv.DictReader(rows):
            if row["type"] == "1" and int(row["attendances"]):
                met, counted = int(row["attendances"]) - int(row["breaches"]), int(row["attendances"])
                months.setdefault(row["period"], []).append(_part(met, counted))
    marked = by_chance = places = 0
    for parts in months.values():
        made = funnel(parts)
        assert made.mean is not None and made.between
        places += len(made.parts)
        marked += sum(each.outside.startswith("alarm") for each in made.parts)
        for each in made.parts:
            lower, upper = limits_at(made.mean / 100, each.part.denominator, ALARM)
            by_chance += not lower <= each.value <= upper
    assert (len(months), places) == (36, 4932)
    assert by_chance / places > 0.85 and marked / places < 0.02, (marked, by_chance, places)


def test_places_that_chance_alone_sets_apart_are_hardly_ever_taken_for_others() -> None:
    """A thousand draws of forty places of 1 to 9 people, one share for all: two standard errors are passed a few times in a hundred."""
    dice = random.Random(5)
    for share in (0.1, 0.5, 0.9):
        found = 0
        for _ in range(1_000):
            sizes = [dice.randint(1, 9) for _ in range(40)]
            drawn = [_part(sum(dice.random() < share for _ in range(size)), size) for size in sizes]
            found += bool(between_places([(each.numerator, each.denominator) for each in drawn]))
        assert found < 50, (share, found)
