"""What is the least picture of a series: its line, its usual band, its last point?"""

from homeward.measures.rules.drawing.axes import Scale, days_scale
from homeward.measures.rules.drawing.marks import draw_mark, mark_of
from homeward.measures.rules.drawing.pen import Pen
from homeward.measures.rules.spc.points import Spc

LATEST = 24


def spark_svg(
    made: Spc, *, title: str, width: int = 160, height: int = 40, name: str = "spark", palette: str = "page"
) -> str:
    """A small line of the last points for a board: band of limits, target, values, and the last one by its mark."""
    pen = Pen(resolved=palette == "file")
    points = made.points[-LATEST:]
    numbers = [n for each in points for n in (each.value, each.lower, each.upper, each.target) if n is not None]
    x = days_scale([each.at for each in points], start=6, end=width - 8)
    y = Scale(low=min(numbers, default=0.0), high=max(numbers, default=1.0), start=height - 6, end=6)
    lined = [each for each in points if made.enough and each.lower is not None and each.upper is not None]
    if lined and lined[-1].lower is not None and lined[-1].upper is not None:
        high, low = y(lined[-1].upper), y(lined[-1].lower)
        pen.put("rect", "band", x=0, y=high, width=width, height=max(low - high, 1))
    if points and points[-1].target is not None:
        pen.put("path", "target", d=f"M0 {y(points[-1].target):.1f}H{width}")
    path, joined = "", False
    for each in points:
        if each.value is None:
            joined = False
        elif not each.ghost:
            path += f"{'L' if joined else 'M'}{x(each.at.toordinal()):.1f} {y(each.value):.1f}"
            joined = True
    if path:
        pen.put("path", "line", d=path)
    if made.last is not None and made.last.value is not None and made.last in points:
        draw_mark(pen, mark_of(made, made.last), x(made.last.at.toordinal()), y(made.last.value), size=4)
    return pen.whole(width=width, height=height, name=name, title=title, desc=made.sentence, style="spark")
