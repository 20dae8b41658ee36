"""Are plans whole and timed rightly, and as good as an exact solver's and as the best that is published?"""

import csv
import json
import math
import os
import time
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.rounds.rules.anneal import anneal
from homeward.rounds.rules.beginning import beginning
from homeward.rounds.rules.problem import Answer, Problem
from homeward.rounds.rules.prove import prove
from homeward.rounds.rules.published import Unreadable, read, written
from homeward.rounds.rules.solve import solve
from homeward.rounds.tests.checker import faults

EXAMPLES = os.environ.get("HOMEWARD_EXAMPLES", "")
KINDS: tuple[dict[str, Any] | None, ...] = (
    None,
    None,
    None,
    {"type": "simultaneous"},
    {"type": "sequential", "distance": [20, 45]},
)


def made(seed: int, patients: int, carers: int) -> dict[str, Any]:
    """A made-up instance of the published form: every third carer can do everything."""
    random = Random(seed)
    spots = [(random.uniform(0, 60), random.uniform(0, 60)) for _ in range(patients + 1)]
    services = ["wash", "wound", "insulin"]
    people = []
    for number in range(patients):
        kind, opens = random.choice(KINDS), random.randrange(0, 300)
        wanted = random.sample(services, 2 if kind else 1)
        people.append(
            {
                "id": f"p{number}",
                "time_window": [opens, opens + random.choice((30, 60, 120))],
                "required_caregivers": [{"service": each, "duration": random.choice((10, 20, 40))} for each in wanted],
                **({"synchronization": kind} if kind else {}),
            }
        )
    staff = [{"id": f"c{each}", "abilities": services if each % 3 < 2 else services[:2]} for each in range(carers)]
    distances = [[round(((a - c) ** 2 + (b - d) ** 2) ** 0.5, 3) for c, d in spots] for a, b in spots]
    return {
        "patients": people, "services": [{"id": each, "default_duration": 15} for each in services], "caregivers": staff,
        "central_offices": [{"id": "d"}], "distances": distances,
    }  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), patients=st.integers(1, 14), carers=st.integers(2, 5))
@pytest.mark.hazard(
    "HZ-G1-1",
    hazard="A plan sends one carer to a visit for two, or sends somebody who cannot be there in time.",
    control="Every plan of any made-up day passes a checker of all rules that shares no code with the planner.",
)
def test_any_plan_keeps_every_rule(seed: int, patients: int, carers: int) -> None:
    instance = made(seed, patients, carers)
    problem = read(instance)
    ticks = count()
    found = anneal(problem, beginning(problem), seconds=12, clock=lambda: next(ticks), seed=seed)
    assert faults(instance, written(problem, found)) == []


@pytest.mark.parametrize("seed", range(4))
def test_the_exact_solver_and_the_search_find_the_same(seed: int) -> None:
    instance = made(seed, 7, 3)
    problem = read(instance)
    ticks = count()  # so many looks, however quick the machine is
    found = anneal(problem, beginning(problem), seconds=1000, clock=lambda: next(ticks))
    proven = prove(problem, found, seconds=60)
    assert proven.proven
    assert faults(instance, written(problem, proven)) == []
    assert found.cost == pytest.approx(proven.cost, abs=0.01)


def test_the_checker_sees_what_is_wrong() -> None:
    instance = made(3, 8, 3)
    plan = written(read(instance), solve(read(instance), seconds=0.5, clock=time.process_time))
    assert faults(instance, plan) == []
    plan["visits"][0]["start"] -= 500
    assert any("before it may" in fault for fault in faults(instance, plan))
    del plan["visits"][0]
    assert any("nobody" in fault for fault in faults(instance, plan))


def test_a_file_that_is_no_instance_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="not a home-care routing instance"):
        read({"patients": [{}]})
    with pytest.raises(Unreadable):
        read([])


def _solved(problem: Problem, *, seconds: float, enough: float) -> Answer:
    """The plan found within so many seconds; its time is over as soon as one is good enough."""
    costs = [math.inf]
    return solve(
        problem,
        seconds=seconds,
        clock=lambda: math.inf if costs[-1] <= enough else time.monotonic(),
        tell=lambda _, cost: costs.append(cost),
    )


@pytest.mark.slow
@pytest.mark.skipif(not EXAMPLES, reason="HOMEWARD_EXAMPLES names no folder of published instances")
@pytest.mark.parametrize(("size", "seconds", "within"), [(10, 2.0, 0.0), (25, 10.0, 0.03), (50, 60.0, 0.06)])
def test_published_instances_come_close_to_the_best_known(size: int, seconds: float, within: float) -> None:
    folder = Path(EXAMPLES) / "rounds"
    with (folder / "best_known.csv").open(newline="") as file:
        known = {
            row["instance"]: float(row["recomputed_cost"])
            for row in csv.DictReader(file)
            if f"HCSRP_{size}_" in row["instance"]
        }
    assert known
    for name, cost in known.items():
        instance, bound = json.loads((folder / "instances" / name).read_text()), cost * (1 + within) + 0.01
        problem = read(instance)
        found = _solved(problem, seconds=seconds, enough=bound if within else 0.0)
        assert faults(instance, written(problem, found)) == []
        assert found.cost <= bound, name
        assert found.proven == (size == 10)
