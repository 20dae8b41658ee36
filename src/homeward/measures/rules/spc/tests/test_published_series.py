"""Do we say of published series what the NHS-R community's package NHSRplotthedots 0.2.2 says of them?"""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from homeward.measures.rules.spc import Spc, Target, read_series, spc

pytestmark = pytest.mark.skipif(
    "HOMEWARD_EXAMPLES" not in os.environ, reason="HOMEWARD_EXAMPLES names no folder of examples"
)
FOLDER = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere")) / "spc"
WAYS = {"increase": "up", "decrease": "down", "neutral": "neutral"}
RULES = {
    "Above UCL": "outside_limits", "Below LCL": "outside_limits", "7 Point Trend (Increasing)": "trend",
    "7 Point Trend (Decreasing)": "trend", "2 in 3 Above CL": "two_in_three", "2 in 3 Below CL": "two_in_three",
    "7 Points Above CL": "shift", "7 Points Below CL": "shift",
}  # fmt: skip
JUDGED = {
    "common_cause": (False, None),
    "special_cause_concern": (True, False),
    "special_cause_improvement": (True, True),
}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _judged(options: dict[str, str]) -> Spc:
    name = options["series_id"]
    lines = [f"{row['date']},{row['value']}" for row in _rows("series_input.csv") if row["series_id"] == name]
    return spc(
        read_series(["date,value", *lines]),
        direction=WAYS[options["improvement_direction"]],
        targets=[Target(value=float(options["target"]))] if options["target"] else [],
        rebases=[date.fromisoformat(each) for each in options["rebase_dates"].split(";") if each != "NULL"],
        fix_after=int(options["fix_after_n_points"]) if options["fix_after_n_points"] else None,
        screen=options["screen_outliers"] == "TRUE",
    )


SERIES = _rows("expected_summary.csv") if FOLDER.is_dir() else []


@pytest.mark.parametrize("options", SERIES, ids=lambda options: options["series_id"])
def test_limits_flags_and_icons_are_the_same(options: dict[str, str]) -> None:
    made = _judged(options)
    expected = [row for row in _rows("expected_points.csv") if row["series_id"] == options["series_id"]]
    for point, row in zip(made.points, expected, strict=True):
        assert (point.mean, point.lower, point.upper) == pytest.approx(
            (float(row["mean"]), float(row["lpl"]), float(row["upl"])), rel=1e-9, abs=0
        )
        assert (point.rules[0] if point.rules else None) == RULES.get(row["special_cause_type"])
        assert (point.special, point.good) == JUDGED[row["point_type"]]
        assert point.segment == int(row["rebase_group"])
    assert made.variation == options["variation_icon"]
    assert made.assurance == (options["assurance_icon"] or None)
    assert sum(point.special for point in made.points) == int(options["n_special_cause"])
