"""How is a promise told: what was found beside what was asked, and was it met?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One figure with its bound: `most` it may be, or `least` it must be; with neither it is only told."""

    what: str
    found: float
    unit: str = ""
    most: float | None = None
    least: float | None = None
    places: int = 1

    @property
    def met(self) -> bool:
        """Is the figure within its bound? One that is not a number never is."""
        return (self.most is None or self.found <= self.most) and (self.least is None or self.found >= self.least)

    @property
    def line(self) -> str:
        """For people: the figure, the bound, and the verdict."""
        bound = f"≤ {self.most:g}" if self.most is not None else f"≥ {self.least:g}" if self.least is not None else ""
        verdict = f"  target {bound}{self.unit}: {'met' if self.met else 'NOT MET'}" if bound else ""
        return f"{self.what + ':':<66}{self.found:>10,.{self.places}f}{self.unit}{verdict}"

    def as_facts(self) -> dict[str, Any]:
        """For machines."""
        return {"found": self.found, "most": self.most, "least": self.least, "unit": self.unit.strip(), "met": self.met}


def told(promises: Sequence[Promise]) -> str:
    """For people, one a line, and how many of those with a bound were met."""
    bound = [each for each in promises if each.most is not None or each.least is not None]
    kept = sum(each.met for each in bound)
    return "\n".join([*(each.line for each in promises), f"{kept} of {len(bound)} targets met."])
