"""How is a measurement told: how many samples, which percentiles, against which floor and target?"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Figure:
    """Milliseconds of one thing done many times. `population` is how many people were there."""

    name: str
    population: int
    samples: tuple[float, ...]
    floor: str = ""
    target_p95: float | None = None

    def percentile(self, share: float) -> float:
        """The nearest-rank percentile, in milliseconds; NaN without samples."""
        if not self.samples:
            return math.nan
        ordered = sorted(self.samples)
        return ordered[max(0, math.ceil(share * len(ordered)) - 1)]

    def as_facts(self, floors: dict[str, "Figure"]) -> dict[str, Any]:
        """For machines."""
        told: dict[str, Any] = {
            "population": self.population,
            "samples": len(self.samples),
            "p50_ms": round(self.percentile(0.5), 2),
            "p95_ms": round(self.percentile(0.95), 2),
            "p99_ms": round(self.percentile(0.99), 2),
            "worst_ms": round(max(self.samples, default=math.nan), 2),
        }
        if self.floor in floors:
            told["floor"] = self.floor
            told["times_floor_p50"] = round(self.percentile(0.5) / floors[self.floor].percentile(0.5), 1)
        if self.target_p95 is not None:
            told["target_p95_ms"] = self.target_p95
            told["met"] = bool(self.percentile(0.95) <= self.target_p95)
        return told


def measured(
    name: str, work: Callable[[int], object], *, times: int, seconds: float, population: int, **more: Any
) -> Figure:
    """Do `work(index)` up to `times` times, for at most `seconds`, one after the other. The first tenth only warms up."""
    warm, samples = max(1, times // 10), []
    end = perf_counter() + seconds
    for index in range(times + warm):
        started = perf_counter()
        work(index)
        done = perf_counter()
        if index >= warm:
            samples.append((done - started) * 1000)
        if done > end:
            break
    return Figure(name=name, population=population, samples=tuple(samples), **more)


def table(figures: Sequence[Figure], floors: dict[str, Figure]) -> str:
    """For people."""
    head = f"{'what (milliseconds)':<58}{'people':>10}{'n':>7}{'p50':>9}{'p95':>9}{'p99':>9}{'floor':>8}  target"
    lines = [head, "-" * len(head)]
    for figure in figures:
        facts = figure.as_facts(floors)
        times = f"x{facts['times_floor_p50']}" if "times_floor_p50" in facts else ""
        target = f"p95 ≤ {figure.target_p95:g} {'met' if facts['met'] else 'NOT MET'}" if figure.target_p95 is not None else ""
        lines.append(
            f"{figure.name:<58}{figure.population:>10,}{len(figure.samples):>7}{facts['p50_ms']:>9.2f}"
            f"{facts['p95_ms']:>9.2f}{facts['p99_ms']:>9.2f}{times:>8}  {target}"
        )
    return "\n".join(lines)
