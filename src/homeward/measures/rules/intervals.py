"""Between which values may the truth lie, when what was counted is taken for a sample? At 95 %, from few as from many.

Sources: Wilson 1927 for a share; Student 1908 for a mean; Campbell and Gardner 1988 (BMJ 296: 1454) for a median;
Garwood 1936 for a count below ten and Byar's approximation above, as the public health observatories' technical
briefing 3 rules for rates.
"""

import math

Z = 1.959963984540054  # 97.5 % of the normal curve lies below
TAIL = 0.025
EXACT_BELOW = 10

Interval = tuple[float, float]


def wilson(part: int, whole: int) -> Interval | None:
    """Of a share, as fractions; nothing out of nobody."""
    if whole <= 0:
        return None
    share, square = part / whole, Z * Z
    middle = share + square / (2 * whole)
    spread = Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    low, high = (middle - spread) / (1 + square / whole), (middle + spread) / (1 + square / whole)
    return (0.0 if part == 0 else max(0.0, low), 1.0 if part == whole else min(1.0, high))


def of_mean(mean: float, spread: float, n: int) -> Interval | None:
    """Of a mean, from the standard deviation of the sample; nothing from fewer than two."""
    if n < 2:
        return None
    reach = student(n - 1) * spread / math.sqrt(n)
    return (mean - reach, mean + reach)


def ranks_of_median(n: int) -> tuple[int, int] | None:
    """Which of the values in order (from 1) bound the median; nothing when there are too few for any to."""
    low, high = round(n / 2 - Z * math.sqrt(n) / 2), round(1 + n / 2 + Z * math.sqrt(n) / 2)
    return (low, high) if low >= 1 and high <= n else None


def of_count(n: int) -> Interval:
    """Of a count of events that come one by one."""
    if n < EXACT_BELOW:
        low = 0.0 if n == 0 else _mean_where(n - 1, 1 - TAIL)  # no more than 2.5 % that as many or more came
        return (low, _mean_where(n, TAIL))
    low = n * (1 - 1 / (9 * n) - Z / (3 * math.sqrt(n))) ** 3
    more = n + 1
    return (low, more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3)


def student(freedom: int) -> float:
    """The 97.5 % point of Student's t."""
    if freedom > 5_000:
        return Z
    low, high = 0.0, 13.0  # the widest there is, with one degree of freedom, is 12.7
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _beyond(middle, freedom) > TAIL else (low, middle)
    return (low + high) / 2


def _beyond(t: float, freedom: int) -> float:
    """How much of Student's curve lies above t: the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4."""
    angle = math.atan(t / math.sqrt(freedom))
    cosine, sine = math.cos(angle), math.sin(angle)
    odd = freedom % 2 == 1
    term, total = (cosine, cosine) if odd else (1.0, 1.0)
    for k in range(3 if odd else 2, freedom - 1, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    if odd:
        within = 2 / math.pi * (angle + (sine * total if freedom > 1 else 0.0))
    else:
        within = sine * total
    return (1 - within) / 2


def _at_most(n: int, mean: float) -> float:
    return sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(n + 1)) if mean > 0 else 1.0


def _mean_where(n: int, chance: float) -> float:
    """The mean at which no more than n come with this chance."""
    low, high = 0.0, 5.0 * (n + 2)
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(n, middle) > chance else (low, middle)
    return (low + high) / 2
