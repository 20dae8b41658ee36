"""Is a promise told with its bound and its verdict, and are published instances judged by the best that is known of them?"""

import json
import math
from pathlib import Path

import pytest

from homeward.bench.promises import Promise, told
from homeward.bench.published import published


@pytest.mark.parametrize(
    ("promise", "met", "said"),
    [
        (Promise(what="A day", found=20.0, unit=" s", most=20), True, "20.0 s  target ≤ 20 s: met"),
        (Promise(what="A day", found=20.04, unit=" s", most=20), False, "20.0 s  target ≤ 20 s: NOT MET"),
        (Promise(what="Fewer", found=30.0, unit=" %", least=30), True, "target ≥ 30 %: met"),
        (Promise(what="Fewer", found=29.9, unit=" %", least=30), False, "target ≥ 30 %: NOT MET"),
        (Promise(what="Never measured", found=math.nan, most=1), False, "NOT MET"),
        (Promise(what="Only told", found=3, places=0), True, "Only told:"),
    ],
)
def test_a_figure_stands_beside_its_bound(promise: Promise, met: bool, said: str) -> None:
    assert promise.met is met and said in promise.line and promise.as_facts()["met"] is met
    assert ("target" in promise.line) == (promise.most is not None or promise.least is not None)


def test_those_without_a_bound_are_not_counted_as_met() -> None:
    words = told([Promise(what="A", found=1, most=2), Promise(what="B", found=3, most=2), Promise(what="C", found=3)])
    assert words.endswith("1 of 2 targets met.")


def test_an_instance_is_judged_by_the_best_known_and_its_size(tmp_path: Path) -> None:
    (tmp_path / "instances").mkdir()
    one = {
        "services": [{"id": "s1", "default_duration": 10}], "caregivers": [{"id": "c1", "abilities": ["s1"]}],
        "patients": [{"id": "p1", "time_window": [0, 100], "required_caregivers": [{"service": "s1"}]}],
        "distances": [[0, 30], [30, 0]],
    }  # fmt: skip
    (tmp_path / "instances" / "made_10_1.json").write_text(json.dumps(one))
    (tmp_path / "instances" / "made_11_1.json").write_text(json.dumps(one))
    for best, gap_met in ((20.0, True), (15.0, False)):
        (tmp_path / "best_known.csv").write_text(
            f"instance,recomputed_cost\nmade_10_1.json,{best}\nmade_11_1.json,1\nnot_here_25_1.json,1\n"
        )
        gap, time, proven = published(tmp_path, seconds=2.0, tell=lambda words: None)
        assert (gap.met, time.met, proven.met) == (gap_met, True, True)
