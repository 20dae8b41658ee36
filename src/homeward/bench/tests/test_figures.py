"""Are percentiles, floors and targets told rightly?"""

import math

from homeward.bench.figures import Figure, measured, table


def figure(*samples: float, **more: object) -> Figure:
    return Figure(name="it", population=10, samples=samples, **more)  # type: ignore[arg-type]  # a test names what it sets


def test_percentiles_are_nearest_rank() -> None:
    hundred = figure(*map(float, range(100, 0, -1)))
    assert [hundred.percentile(share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]
    assert figure(7.0).percentile(0.95) == 7
    assert math.isnan(figure().percentile(0.5))


def test_a_floor_and_a_target_are_told() -> None:
    floors = {"question": figure(0.5)}
    facts = figure(5.0, 50.0, floor="question", target_p95=20.0).as_facts(floors)
    assert facts["times_floor_p50"] == 10
    assert facts["met"] is False
    assert figure(5.0, target_p95=20.0).as_facts(floors)["met"] is True
    assert "NOT MET" in table([figure(50.0, target_p95=20.0)], floors)


def test_measuring_stops_by_count_and_by_time() -> None:
    done: list[int] = []
    assert len(measured("it", done.append, times=20, seconds=60, population=0).samples) == 20
    assert len(done) == 22  # the first tenth only warms up
    assert len(measured("it", done.append, times=10_000, seconds=0, population=0).samples) <= 1
