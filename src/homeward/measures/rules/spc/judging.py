"""What do limits, rules and target say of a series?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import isfinite

from homeward.measures.rules.spc.limits import RECKONING, Baseline, Bounds, Limits, value_of
from homeward.measures.rules.spc.points import (
    KINDS,
    MINIMUM,
    Judged,
    Spc,
    SpcPoint,
    SpcRefused,
    Target,
    target_on,
)
from homeward.measures.rules.spc.saying import sentence
from homeward.measures.rules.spc.signals import signals

PER = {"p": 100.0, "u": 1.0}


def spc(
    series: Sequence[SpcPoint], *, kind: str = "xmr", direction: str = "neutral", targets: Sequence[Target] = (),
    rebases: Sequence[date] = (), fix_after: int | None = None, screen: bool = True, unit: str = "",
    per: float | None = None, floor: float | None = None, ceiling: float | None = None,
) -> Spc:  # fmt: skip
    """Judge a series; it need not come in order. Raises SpcRefused.

    `rebases`: days from which limits are reckoned anew. `fix_after`: limits of each segment rest on its first so many values.
    `per`: what a p chart's shares are out of (100) and what a u chart's rates are per (1). `floor`, `ceiling`: where an XmR
    chart's limits stop, only when declared. A gap breaks moving ranges and runs; a ghost breaks ranges, and runs pass over it.
    """
    _check(kind=kind, direction=direction, fix_after=fix_after)
    share = PER.get(kind, 1.0) if per is None else per
    points = sorted((_readable(each, kind=kind, per=share) for each in series), key=lambda each: each.at)
    _check_days(points)
    segments = list(_segments(points, rebases))
    judged: list[Judged] = []
    for number, segment in enumerate(segments):
        bounds = Bounds(floor=floor, ceiling=ceiling)
        judged += _judged(segment, number, kind=kind, fix_after=fix_after, screen=screen, per=share, bounds=bounds)
    seen = [replace(each, target=target_on(each.at, targets), good=_good(each, direction)) for each in judged]
    counted = sum(_counts(each) for each in segments[-1]) if segments else 0
    made = Spc(
        points=tuple(seen), variation="common_cause", assurance=None, sentence="", kind=kind, enough=counted >= MINIMUM,
        direction=direction, unit=unit, counted=counted,
        short=tuple(n for n, each in enumerate(segments) if sum(map(_counts, each)) < MINIMUM),
    )  # fmt: skip
    made = replace(made, variation=_variation(made.last, direction), assurance=_assurance(made.last, direction))
    return replace(made, sentence=sentence(made))


def _check(*, kind: str, direction: str, fix_after: int | None) -> None:
    if kind not in KINDS:
        raise SpcRefused(f"There is no chart called {kind!r}; the kinds are {', '.join(KINDS)}.")
    if direction not in ("up", "down", "neutral"):
        raise SpcRefused("Say which way is better: up, down or neutral.")
    if fix_after is not None and fix_after < 2:
        raise SpcRefused("Limits can be fixed after two points or more, since one has no range.")


def _check_days(points: Sequence[SpcPoint]) -> None:
    twice = [day for day, times in Counter(each.at for each in points).items() if times > 1]
    if twice:
        raise SpcRefused(f"{twice[0].isoformat()} is there more than once; a chart has one value for a day.")


def _readable(point: SpcPoint, *, kind: str, per: float) -> SpcPoint:
    """The point, or a gap when it was counted out of nobody. Raises SpcRefused for a value that its chart cannot have."""
    if point.value is None or (kind in ("p", "u") and point.denominator == 0):
        return replace(point, value=None)
    day = point.at.isoformat()
    if not isfinite(point.value):
        raise SpcRefused(f"{day} has no number that can be drawn; leave the value empty for a gap.")
    if kind != "xmr" and point.value < 0:
        raise SpcRefused(f"{day} is below nought, which a {kind} chart cannot have.")
    if kind == "p" and point.value > per:
        raise SpcRefused(f"{day} is {point.value:g}, more than all ({per:g}).")
    if kind in ("p", "u") and not (point.denominator and point.denominator > 0 and isfinite(point.denominator)):
        raise SpcRefused(f"{day} has no denominator, and a {kind} chart needs one.")
    return point


def _segments(points: Sequence[SpcPoint], rebases: Sequence[date]) -> Iterator[list[SpcPoint]]:
    """The points between rebases; a rebase before the first value or with none after it splits nothing."""
    held: list[SpcPoint] = []
    waiting = sorted(rebases)
    for point in points:
        split = False
        while waiting and waiting[0] <= point.at:
            waiting.pop(0)
            split = True
        if split and held:
            yield held
            held = []
        held.append(point)
    if held:
        yield held


def _counts(point: SpcPoint) -> bool:
    return point.value is not None and not point.ghost


def _judged(
    segment: Sequence[SpcPoint], number: int, *, kind: str, fix_after: int | None, screen: bool, per: float, bounds: Bounds
) -> list[Judged]:  # fmt: skip
    chain = [each if _counts(each) else None for each in segment]
    if fix_after is not None:
        held = [index for index, each in enumerate(chain) if each is not None][:fix_after]
        chain = chain[: held[-1] + 1] if held else []
    base = Baseline(chain=chain, screen=screen, per=per, bounds=bounds)
    bare = [
        Judged(
            at=each.at, value=each.value, mean=None, lower=None, upper=None, segment=number, ghost=each.ghost,
            denominator=each.denominator,
        )
        for each in segment
    ]  # fmt: skip
    if not base.points:
        return bare
    reckoned = RECKONING[kind](base)
    sized = kind in ("p", "u")
    lines = [None if sized and not each.denominator else reckoned(each) for each in segment]
    mean = reckoned(base.points[0]).mean  # one for all of the segment, whatever their sizes
    made = [_lined(each, line, mean) for each, line in zip(bare, lines, strict=True)]
    for stretch in _stretches(segment):
        found = signals([value_of(segment[at]) for at in stretch], [_known(lines[at]) for at in stretch])
        for at, signal in zip(stretch, found, strict=True):
            if signal:
                made[at] = replace(made[at], special=True, rules=signal.rules, high=signal.high)
    return made


def _lined(point: Judged, line: Limits | None, mean: float) -> Judged:
    if line is None:
        return replace(point, mean=mean)
    return replace(point, mean=line.mean, middle=line.middle, lower=line.lower, upper=line.upper, wider=line.wider)


def _known(line: Limits | None) -> Limits:
    if line is None:
        raise SpcRefused("A point without a denominator has no limits.")
    return line


def _stretches(segment: Sequence[SpcPoint]) -> Iterator[list[int]]:
    """Where values follow one another: a gap ends a stretch, a ghost is passed over."""
    held: list[int] = []
    for index, point in enumerate(segment):
        if point.ghost:
            continue
        if point.value is not None:
            held.append(index)
        elif held:
            yield held
            held = []
    if held:
        yield held


def _good(point: Judged, direction: str) -> bool | None:
    if not point.special or direction == "neutral" or point.high is None:
        return None
    return point.high == (direction == "up")


def _variation(last: Judged | None, direction: str) -> str:
    """The last value's variation."""
    if last is None or not last.special:
        return "common_cause"
    way = "high" if last.high else "low"
    return f"{'neutral' if last.good is None else 'improvement' if last.good else 'concern'}_{way}"


def _assurance(last: Judged | None, direction: str) -> str | None:
    """Would chance alone ever miss, or ever meet, the target in force at the last value?"""
    if last is None or last.target is None or last.lower is None or last.upper is None or direction == "neutral":
        return None
    if last.target > last.upper:
        return "fail" if direction == "up" else "pass"
    if last.target < last.lower:
        return "pass" if direction == "up" else "fail"
    return "inconsistent"
