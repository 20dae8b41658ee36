"""Does NEWS2 give each sign the points of the published chart, at both sides of every boundary?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from homeward.plans.rules.scores.news2 import COLUMNS, work_out
from homeward.plans.rules.scores.score import Told

WELL: dict[str, Told | None] = {
    "respiratory_rate": 16.0, "spo2": 97.0, "spo2_scale": "1", "supplemental_oxygen": "0", "systolic_bp": 120.0,
    "heart_rate": 70.0, "consciousness": "A", "temperature": 37.0,
}  # fmt: skip
CHART: dict[str, list[tuple[Told, int]]] = {
    "respiratory_rate": [(8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3)],
    "spo2": [(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)],
    "systolic_bp": [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)],
    "heart_rate": [(40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (110, 1), (111, 2), (130, 2), (131, 3)],
    "temperature": [(35.0, 3), (35.1, 1), (36.0, 1), (36.1, 0), (38.0, 0), (38.1, 1), (39.0, 1), (39.1, 2)],
    "supplemental_oxygen": [("0", 0), ("1", 2)],
    "consciousness": [("A", 0), ("C", 3), ("V", 3), ("P", 3), ("U", 3)],
}


@pytest.mark.parametrize(
    ("column", "value", "points"), [(column, *each) for column, rows in CHART.items() for each in rows]
)
def test_each_sign_has_the_points_of_the_chart(column: str, value: float | str, points: int) -> None:
    found = work_out({**WELL, column: value})
    assert found.points[column] == points
    assert found.total == points  # everything else is normal


@pytest.mark.parametrize(
    ("spo2", "oxygen", "points"),
    [
        (83, "0", 3), (84, "0", 2), (85, "0", 2), (86, "0", 1), (87, "0", 1), (88, "0", 0), (92, "0", 0), (93, "0", 0), (100, "0", 0),
        (83, "1", 3), (84, "1", 2), (85, "1", 2), (86, "1", 1), (87, "1", 1), (88, "1", 0), (92, "1", 0),
        (93, "1", 1), (94, "1", 1), (95, "1", 2), (96, "1", 2), (97, "1", 3), (100, "1", 3),
    ],
)  # fmt: skip
def test_scale_2_scores_too_much_oxygen_as_well(spo2: float, oxygen: str, points: int) -> None:
    found = work_out({**WELL, "spo2": spo2, "spo2_scale": "2", "supplemental_oxygen": oxygen})
    assert found.points["spo2"] == points
    assert found.total == points + (2 if oxygen == "1" else 0)


@pytest.mark.hazard(
    "HZ-S10-15",
    hazard="A sign that nobody measured counts as normal, and a very ill person scores low.",
    control="A score with a part missing has no total; the points that were measured are shown as a floor.",
)
@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_sign_is_never_nought(column: str) -> None:
    found = work_out({**WELL, column: None})
    assert (found.total, found.response, found.missing) == (None, "", (column,))
    assert found.points.get(column) is None


def test_scale_2_above_its_target_waits_for_the_oxygen() -> None:
    found = work_out({**WELL, "spo2": 95, "spo2_scale": "2", "supplemental_oxygen": None})
    assert found.points["spo2"] is None and found.missing == ("supplemental_oxygen",)
    assert work_out({**WELL, "spo2": 90, "spo2_scale": "2", "supplemental_oxygen": None}).points["spo2"] == 0


def test_what_was_measured_is_a_floor() -> None:
    found = work_out({**WELL, "consciousness": "C", "respiratory_rate": 30, "temperature": None})
    assert found.total is None and found.so_far == 6
    assert (found.response, found.at_least) == ("", "medium")


def test_what_was_measured_may_already_call_for_a_look() -> None:
    nothing: dict[str, Told | None] = dict.fromkeys(WELL)
    assert work_out(nothing).at_least == ""
    assert work_out({**nothing, "heart_rate": 131.0}).at_least == "low-medium"
    assert work_out({**nothing, "heart_rate": 131.0, "respiratory_rate": 25.0, "consciousness": "C"}).at_least == "high"


@pytest.mark.parametrize(
    ("changed", "total", "response"),
    [
        ({}, 0, "low"),
        ({"heart_rate": 130, "supplemental_oxygen": "1"}, 4, "low"),
        ({"consciousness": "C"}, 3, "low-medium"),
        ({"consciousness": "C", "heart_rate": 100}, 4, "low-medium"),
        ({"consciousness": "C", "heart_rate": 120}, 5, "medium"),
        ({"heart_rate": 120, "supplemental_oxygen": "1", "spo2": 95}, 5, "medium"),
        ({"heart_rate": 131, "respiratory_rate": 25}, 6, "medium"),
        ({"heart_rate": 131, "respiratory_rate": 25, "temperature": 39}, 7, "high"),
    ],
)
def test_the_response_follows_the_total_and_any_single_three(
    changed: dict[str, Told], total: int, response: str
) -> None:
    found = work_out({**WELL, **changed})
    assert (found.total, found.response) == (total, response)


signs = some.fixed_dictionaries(
    {
        "respiratory_rate": some.none() | some.integers(0, 60),
        "spo2": some.none() | some.integers(60, 100),
        "spo2_scale": some.sampled_from([None, "1", "2"]),
        "supplemental_oxygen": some.sampled_from([None, "0", "1"]),
        "systolic_bp": some.none() | some.integers(40, 260),
        "heart_rate": some.none() | some.integers(20, 220),
        "consciousness": some.sampled_from([None, *"ACVPU"]),
        "temperature": some.none() | some.floats(32, 42),
    }
)


@settings(deadline=None)  # a busy machine is no fault of the rule
@given(signs)
def test_a_total_is_the_sum_of_seven_parts_or_nothing(parts: dict[str, float | str | None]) -> None:
    found = work_out(parts)
    kept = [each for each in found.points.values() if each is not None]
    assert len(found.points) == 7 and all(0 <= each <= 3 for each in kept)
    assert (found.total is None) is any(parts[column] is None for column in COLUMNS)
    if found.total is not None:
        assert found.total == sum(kept) <= 20
        assert found.response
