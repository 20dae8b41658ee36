"""What does a control chart say, in a sentence for whoever reads it?"""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from math import floor, log10

from homeward.measures.rules.spc.points import MINIMUM, Judged, Spc


def say_number(value: float | None, unit: str = "") -> str:
    """A number as people write it: thousands parted, three figures or so, no tail of noughts; then its unit."""
    if value is None:
        return "no figure"
    size = 0 if value == 0 else floor(log10(abs(value)))
    places = max(0, min(6, 2 - size))
    text = f"{value:,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text == "-0" else text
    return f"{text}{unit}" if unit in ("", "%") else f"{text} {unit}"


def sentence(made: Spc) -> str:
    """What happened, whether it is chance, and what that means for the target."""
    last = made.last
    if last is None:
        return "Not enough points yet: there is no value."
    if not made.enough:
        anew = " since the limits were set anew" if last.segment else ""
        return (
            f"Not enough points yet{anew}: {made.counted} of the {MINIMUM} that limits need. "
            "Read each figure for itself: change cannot be told from chance yet."
        )
    return " ".join(part for part in (_variation(made, last), _assurance(made, last), _wider(last)) if part)


def _wider(last: Judged) -> str:
    """Limits that counting alone would have made narrower say so."""
    if last.wider == 1.0:
        return ""
    return f"The points differ by more than counting alone gives, so the limits are {last.wider:.1f} times as wide."


def _variation(made: Spc, last: Judged) -> str:
    if not last.special:
        low, high = say_number(last.lower, made.unit), say_number(last.upper, made.unit)
        below_nought = (last.lower or 0) < 0 and all((each.value or 0) >= 0 for each in made.points)
        likely = f"be {high} at most" if below_nought else f"lie between {low} and {high}"  # nobody waits less than no time
        return f"Nothing unusual: the ups and downs are chance, and the next one is likely to {likely}."
    meaning = {
        True: "Chance alone would hardly do that: it is getting better. Find out what was done and keep it.",
        False: "Chance alone would hardly do that: it is getting worse. Find the cause.",
        None: "Chance alone would hardly do that: something changed. Find out what.",
    }
    return f"{_reason(made, last)} {meaning[last.good]}"


def _reason(made: Spc, last: Judged) -> str:
    side, way = ("above", "upper") if last.high else ("below", "lower")
    rule = last.rules[0]
    value = say_number(last.value, made.unit)
    if rule == "outside_limits":
        limit = say_number(last.upper if last.high else last.lower, made.unit)
        return f"The last point, {value}, is {side} the {way} limit of {limit}."
    if rule == "trend":
        n = _run(made.points, rule="trend", last=last)
        return f"The last {n} points each {'rise above' if last.high else 'fall below'} the one before."
    if rule == "two_in_three":
        return f"At least two of the last three points are close to the {way} limit."
    n = _run(made.points, rule="shift", last=last)
    line = "average" if made.kind != "g" else "middle"
    return f"The last {n} points are all {side} the {line} of {say_number(last.middle, made.unit)}."


def _run(points: Sequence[Judged], *, rule: str, last: Judged) -> int:
    """How many values, ending with the last, make its run; a gap or the segment's beginning ends it, a ghost does not."""
    held: list[Judged] = []
    for each in reversed(points):
        if each.ghost or (each.value is None and not held):
            continue
        if each.value is None or each.segment != last.segment:
            break
        held.append(each)
    goes_on = _steps_on if rule == "trend" else _same_side
    return 1 + sum(1 for _ in takewhile(lambda pair: goes_on(*pair, bool(last.high)), pairwise(held)))


def _steps_on(later: Judged, earlier: Judged, high: bool) -> bool:
    return (later.value or 0) > (earlier.value or 0) if high else (later.value or 0) < (earlier.value or 0)


def _same_side(later: Judged, earlier: Judged, high: bool) -> bool:
    value, middle = earlier.value or 0, earlier.middle or 0
    return value > middle if high else value < middle


def _assurance(made: Spc, last: Judged) -> str:
    target = say_number(last.target, made.unit)
    return {
        "pass": f"The target of {target} will be met every time unless something changes.",
        "fail": f"The target of {target} will not be met unless the way of working changes.",
        "inconsistent": f"The target of {target} will sometimes be met and sometimes missed, by chance.",
        None: "",
    }[made.assurance]
