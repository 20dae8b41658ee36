"""What could a hidden count be, for somebody who holds everything that is published?

A row of counts is two whole numbers, met and not met, and their sum. What an outsider knows of it is a least and a most
for each of the three: a six-sided area of points. Such areas add, subtract and meet exactly, in whole numbers too (the
bounds form an interval matrix, which is totally unimodular; their Minkowski sums are generalised polymatroids), so a
few additions give the very range that a solver over all possible worlds would find. The tests compare the two.
"""

from dataclasses import dataclass

ANY = 10**12
Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Known:
    """Least and most of those met, those not met, and both together."""

    met: Span = (0, ANY)
    missed: Span = (0, ANY)
    counted: Span = (0, 2 * ANY)

    def tight(self) -> "Known":
        """The same worlds with no room that none of them uses."""
        met, missed, counted = self.met, self.missed, self.counted
        return Known(
            met=(max(met[0], counted[0] - missed[1]), min(met[1], counted[1] - missed[0])),
            missed=(max(missed[0], counted[0] - met[1]), min(missed[1], counted[1] - met[0])),
            counted=(max(counted[0], met[0] + missed[0]), min(counted[1], met[1] + missed[1])),
        )

    def plus(self, other: "Known") -> "Known":
        """What is known of two rows together."""
        return Known(
            met=_plus(self.met, other.met),
            missed=_plus(self.missed, other.missed),
            counted=_plus(self.counted, other.counted),
        )

    def less(self, other: "Known") -> "Known":
        """What is known of the rest, once a part of it is taken away."""
        return Known(
            met=_less(self.met, other.met),
            missed=_less(self.missed, other.missed),
            counted=_less(self.counted, other.counted),
        )

    def meet(self, other: "Known") -> "Known":
        """What is known when both are true."""
        return Known(
            met=_meet(self.met, other.met),
            missed=_meet(self.missed, other.missed),
            counted=_meet(self.counted, other.counted),
        ).tight()


NOBODY = Known(met=(0, 0), missed=(0, 0), counted=(0, 0))
ANYTHING = Known()


def _plus(one: Span, other: Span) -> Span:
    return (one[0] + other[0], one[1] + other[1])


def _less(one: Span, other: Span) -> Span:
    return (one[0] - other[1], one[1] - other[0])


def _meet(one: Span, other: Span) -> Span:
    return (max(one[0], other[0]), min(one[1], other[1]))
