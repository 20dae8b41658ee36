"""Which shape stands for which kind of point? Shape says it; colour only says it again."""

from collections.abc import Iterable

from homeward.measures.rules.drawing.pen import Pen
from homeward.measures.rules.spc.points import Judged, Spc

MARK_WORDS = {
    "better": "better than chance gives",
    "worse": "worse than chance gives",
    "changed": "more than chance gives",
    "ghost": "shown, not judged",
}
CHARACTER = 6.7


def mark_of(made: Spc, point: Judged) -> str:
    """Its style: common, better, worse, changed or ghost. Among too few points nothing is marked."""
    if point.ghost:
        return "ghost"
    if not made.shows(point):
        return "common"
    return {True: "better", False: "worse", None: "changed"}[point.good]


def draw_mark(pen: Pen, kind: str, x: float, y: float, *, size: float = 4.0) -> None:
    """A dot for nothing unusual, a triangle for better, a square for worse, a diamond for changed, a hollow dot for a ghost."""
    big = size * 1.5
    if kind in ("common", "ghost"):
        pen.put("circle", kind, cx=x, cy=y, r=size)
    elif kind == "better":
        pen.put("path", kind, d=f"M{x:.1f} {y - big * 1.05:.1f}l{big:.1f} {big * 1.8:.1f}h{-2 * big:.1f}z")
    elif kind == "worse":
        pen.put("rect", kind, x=x - size * 1.2, y=y - size * 1.2, width=size * 2.4, height=size * 2.4)
    else:
        pen.put(
            "path", kind, d=f"M{x:.1f} {y - big:.1f}l{big:.1f} {big:.1f}l{-big:.1f} {big:.1f}l{-big:.1f} {-big:.1f}z"
        )


def draw_key(pen: Pen, items: Iterable[tuple[str, str]], *, left: float, right: float, top: float) -> float:
    """Marks and lines with their words, in rows; the height they took."""
    x, y = left, top
    for kind, words in items:
        wide = 24 + CHARACTER * len(words) + 18
        if x > left and x + wide - 18 > right:
            x, y = left, y + 18
        if kind in ("mean", "limit", "target", "near"):
            pen.put("path", kind, d=f"M{x:.1f} {y - 4:.1f}h20")
            pen.write(x + 26, y, words, style="quiet")
            x += 6
        else:
            draw_mark(pen, kind, x + 8, y - 4.5)
            pen.write(x + 20, y, words, style="quiet")
        x += wide
    return y - top + 18
