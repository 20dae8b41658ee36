"""What do places beside one another look like, each by its size, between the limits of chance?"""

from math import ceil

from homeward.measures.rules.drawing.axes import Scale, spread, ticks
from homeward.measures.rules.drawing.marks import draw_key, draw_mark
from homeward.measures.rules.drawing.pen import Pen
from homeward.measures.rules.funnel import ALARM, ALERT, Funnel, Placed, limits_at
from homeward.measures.rules.spc.saying import say_number

STEPS = 40
WORDS = {"better": "better than chance gives", "worse": "worse than chance gives", "changed": "more than chance gives"}
BEYOND = {"better": "better than such places do", "worse": "worse than such places do", "changed": "more than such places differ"}


def funnel_svg(
    made: Funnel, *, title: str, direction: str = "neutral", out_of: str = "people counted", width: int = 760,
    height: int = 340, name: str = "funnel", palette: str = "page",
) -> str:  # fmt: skip
    """The funnel as SVG text. Places outside the 99.8% limits are marked and named; a place is never ranked."""
    pen = Pen(resolved=palette == "file")
    if made.mean is None:
        pen.write(width / 2, 40, "Nobody was counted", anchor="middle")
        return pen.whole(width=width, height=80, name=name, title=title, desc="Nobody was counted.")
    top, left, right, bottom = 20.0 + (30 if palette == "file" else 0), 52.0, width - 16.0, height - 70.0
    if palette == "file":
        pen.put("rect", "paper", width=width, height=height)
        pen.write(left, 24, title, style="title")
    most = max(each.part.denominator for each in made.parts)
    across = ticks(0, most * 1.04, about=4 if width < 480 else 6)
    x = Scale(low=0, high=across[-1], start=left, end=right)
    curves = _curves(made.mean / 100, across[-1], made.between)
    held = [made.mean, *(n for each in made.parts for n in (each.value, each.lower, each.upper))]  # what a place is judged by
    up = ticks(max(0.0, min(held) - 4), min(100.0, max(held) + 4), about=5)
    y = Scale(low=max(up[0], 0.0), high=min(up[-1], 100.0), start=bottom, end=top)
    _frame(pen, across, up, x=x, y=y, out_of=out_of)
    for style, line in curves:
        _curve(pen, style, line, x=x, y=y)
    pen.put("path", "mean", d=f"M{left:.1f} {y(made.mean):.1f}H{right:.1f}")
    _places(pen, made, direction, x=x, y=y)
    kinds = {kind for each in made.parts if (kind := _mark(each, direction)) != "common"}
    words = BEYOND if made.between else WORDS
    key = [("mean", f"All together {say_number(made.mean, '%')}"), ("limit", "99.8% limits"), ("near", "95% limits")]
    under = draw_key(
        pen, [*key, *((k, w) for k, w in words.items() if k in kinds)], left=left, right=right, top=bottom + 58
    )
    return pen.whole(width=width, height=bottom + 50 + under, name=name, title=title, desc=_told(made))


def _curves(share: float, most: float, between: float) -> list[tuple[str, list[tuple[float, float]]]]:
    """Upper and lower lines of both limits over sizes that grow by squares, since they narrow fastest at the small end."""
    sizes = sorted({max(1, ceil(most * (step / STEPS) ** 2)) for step in range(1, STEPS + 1)})
    found = []
    for style, tail in (("near", ALERT), ("limit", ALARM)):
        both = [(float(size), *limits_at(share, size, tail, between)) for size in sizes]
        found += [(style, [(size, low) for size, low, _ in both]), (style, [(size, high) for size, _, high in both])]
    return found


def _frame(pen: Pen, across: list[float], up: list[float], *, x: Scale, y: Scale, out_of: str) -> None:
    for number in up:
        if y.low <= number <= y.high:
            pen.put("path", "grid", d=f"M{x.start:.1f} {y(number):.1f}H{x.end:.1f}")
            pen.write(x.start - 6, y(number) + 4.5, say_number(number, "%"), anchor="end")
    for number in across:
        pen.write(x(number), y.start + 19, say_number(number), anchor="middle" if number < across[-1] else "end")
    pen.write((x.start + x.end) / 2, y.start + 37, out_of[:1].upper() + out_of[1:], style="quiet", anchor="middle")


def _curve(pen: Pen, style: str, line: list[tuple[float, float]], *, x: Scale, y: Scale) -> None:
    """The part of a limit that lies on the paper."""
    path, joined = "", False
    for size, value in line:
        if y.low <= value <= y.high:
            path += f"{'L' if joined else 'M'}{x(size):.1f} {y(value):.1f}"
            joined = True
        else:
            joined = False
    if path:
        pen.put("path", style, d=path)


def _mark(each: Placed, direction: str) -> str:
    if not each.outside.startswith("alarm"):
        return "common"
    if direction == "neutral":
        return "changed"
    return "better" if each.outside.endswith("high") == (direction == "up") else "worse"


def _places(pen: Pen, made: Funnel, direction: str, *, x: Scale, y: Scale) -> None:
    named = [each for each in made.parts if each.outside.startswith("alarm")]
    heights = spread([y(each.value) for each in named], gap=15, low=y.end, high=y.start)
    for each in made.parts:
        draw_mark(pen, _mark(each, direction), x(each.part.denominator), y(each.value), size=4.5)
    for each, height in zip(named, heights, strict=True):
        at = x(each.part.denominator)
        turned = at > (x.start + x.end) / 2
        pen.write(at + (-10 if turned else 10), height + 4.5, each.part.label, anchor="end" if turned else "start")


def _told(made: Funnel) -> str:
    outside = [each for each in made.parts if each.outside.startswith("alarm")]
    said = f"{len(made.parts)} places; all together {say_number(made.mean, '%')}. "
    if not outside:
        return said + f"None differs from the others by more than {'such places do' if made.between else 'chance explains'}."
    return (
        said
        + "Outside the 99.8% limits: "
        + ", ".join(f"{e.part.label} {say_number(e.value, '%')}" for e in outside)
        + "."
    )
