"""Are limits wide enough where months are counted out of thousands, as in what hospitals published of their emergency departments?

The real months of `hospital-series`: attendances and those longer than four hours, by trust, April 2016 to March 2019.
"""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from pathlib import Path

import pytest

from homeward.measures.rules.spc import SpcPoint, Target, read_series, spc
from homeward.measures.rules.spc.tests.series import weeks

FILE = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere")) / "hospital-series" / "ae_attendances.csv"
PUBLISHED = pytest.mark.skipif(not FILE.is_file(), reason="HOMEWARD_EXAMPLES names no folder of examples")
MONTHS = 36


def test_values_that_vary_by_more_than_counting_gives_have_wider_limits() -> None:
    """20% of 1,600: sd 1. Pairs of 16 and 24: scores of 4, ranges 0 8 0 8 … of mean 40 / 11; 40 / 11 / 1.128 = 3.224."""
    made = spc(weeks([16.0, 16.0, 24.0, 24.0] * 3, of=[1600] * 12), kind="p")
    last = made.points[-1]
    assert last.wider == pytest.approx(40 / 11 / 1.128)
    assert last.upper == pytest.approx(20 + 3 * 40 / 11 / 1.128) and not any(each.special for each in made.points)
    assert "so the limits are 3.2 times as wide" in made.sentence


def test_a_rate_and_a_count_are_widened_alike() -> None:
    """25 of 1: sd 5. Pairs of 5 and 45: scores of 4, as above."""
    for kind in ("u", "c"):
        made = spc(weeks([5.0, 5.0, 45.0, 45.0] * 3, of=[1] * 12), kind=kind)
        assert made.points[-1].upper == pytest.approx(25 + 3 * 5 * 40 / 11 / 1.128), kind


@pytest.mark.parametrize(
    ("values", "of", "what"),
    [
        ([18.0, 22.0] * 8, 400, "up and down by turns, no further than counting gives"),
        ([10.0, 10.5, 9.5] * 5 + [30.0, 30.5, 29.5] * 5, 1000, "changed once"),
        ([16.0, 16.0, 24.0, 24.0] * 2, 1600, "too few to be sure"),
        ([0.0] * 15, 1600, "nobody"),
    ],
)
def test_other_series_keep_the_limits_of_counting(values: list[float], of: float, what: str) -> None:
    made = spc(weeks(values, of=[of] * len(values)), kind="p")
    assert {each.wider for each in made.points} == {1.0}, what


def test_a_change_is_still_found_at_once() -> None:
    made = spc(weeks([10.0, 10.5, 9.5] * 5 + [30.0, 30.5, 29.5] * 5, of=[1000] * 30), kind="p", direction="down")
    assert made.variation == "concern_high" and all(each.special for each in made.points)


def published() -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Each trust that told every month: (month, longer than four hours, attendances) of its main department."""
    found = defaultdict[str, list[tuple[str, int, int]]](list)
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] == "1":
                found[row["org_code"]].append((row["period"], int(row["breaches"]), int(row["attendances"])))
    for org, rows in sorted(found.items()):
        if len(rows) == MONTHS and all(0 < breaches for _, breaches, _ in rows):
            yield org, sorted(rows)


def by_counting(rows: Sequence[tuple[str, int, int]]) -> tuple[float, list[float], float]:
    """Their share, each month's standard deviation from counting, and how much more the months vary: reckoned here once more."""
    share = sum(breaches for _, breaches, _ in rows) / sum(of for *_, of in rows)
    third = [sqrt(share * (1 - share) / of) for *_, of in rows]
    scores = [(breaches / of - share) / each for (_, breaches, of), each in zip(rows, third, strict=True)]
    ranges = [abs(b - a) for a, b in pairwise(scores)]
    kept = [each for each in ranges if each < 3.267 * sum(ranges) / len(ranges)]
    return share, third, sum(kept) / len(kept) / 1.128


@PUBLISHED
@pytest.mark.hazard(
    "HZ-S72-69",
    hazard="A share of thousands is charted with limits that only counting gives; every month is a change, and a board acts on noise.",
    control="Limits are widened by how much the months do vary from one to the next, and the sentence under the chart says so.",
)
def test_the_months_of_real_hospitals_are_not_all_changes() -> None:
    narrow, wide, months = 0, 0, 0
    for org, rows in published():
        points = read_series(["date,numerator,denominator", *(f"{month},{met},{of}" for month, met, of in rows)])
        made = spc(points, kind="p", direction="down")
        share, third, wider = by_counting(rows)
        assert wider > 1.5, org
        for each, sd in zip(made.points, third, strict=True):
            assert each.wider == pytest.approx(wider), org
            assert each.upper == pytest.approx(min(100, 100 * (share + 3 * wider * sd))), org
            narrow += abs(_share(each.value) - share) > 3 * sd
            wide += "outside_limits" in each.rules
            months += 1
    assert months > 100 * MONTHS
    assert narrow / months > 0.75, "with the limits of counting alone nearly every month is a change"
    assert wide / months < 0.2


def _share(value: float | None) -> float:
    assert value is not None
    return value / 100


@PUBLISHED
def test_one_of_them_is_judged_as_its_moving_range_judges_it() -> None:
    rows = dict(published())["RXK"]
    points = read_series(["date,numerator,denominator", *(f"{month},{met},{of}" for month, met, of in rows)])
    made = spc(points, kind="p", direction="down", targets=[Target(value=5.0)])
    alone = spc([SpcPoint(at=each.at, value=each.value) for each in points], direction="down", targets=[Target(value=5.0)])
    assert (made.variation, made.assurance) == (alone.variation, alone.assurance) == ("common_cause", "fail")
    assert "Nothing unusual" in made.sentence and "times as wide" in made.sentence
