"""How sure is a share of a few? The score interval of Wilson (J Am Stat Assoc 1927;22:209-212) at 95 %."""

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054  # the 97.5th percentile of the standard normal distribution


@dataclass(frozen=True, kw_only=True)
class Share:
    """`met` of `of`, and the interval that holds the true share 19 times in 20, each from 0 to 1. Of none there is no share."""

    met: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def wilson(met: int, of: int) -> Share:
    """The share and its interval. Never wider than 0 to 1, and never empty for a small number as the plain one is."""
    if not of:
        return Share(met=met, of=of, share=None, low=None, high=None)
    p, spread = met / of, Z * Z / of
    middle = (p + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(p * (1 - p) / of + spread / (4 * of))
    return Share(met=met, of=of, share=p, low=max(0.0, middle - half), high=min(1.0, middle + half))
