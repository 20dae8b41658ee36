"""Which small picture says how a number varies, and whether it will meet its target? Our own drawing; shape before colour.

A ring with a wave: nothing unusual. A disc with a tick is better, a square with an exclamation mark worse, a diamond changed; the
arrow is the way. Rings are a target: with a tick it will be met, with a cross missed, with a wave either.
"""

from homeward.measures.rules.drawing.pen import Pen
from homeward.measures.rules.spc.points import VARIATIONS

ICON_WORDS = {
    **VARIATIONS,
    "not_enough": "Not enough points yet",
    "pass": "Will meet the target",
    "fail": "Will miss the target",
    "inconsistent": "May meet or miss the target",
}
UP = "M32 46V20M21 30L32 18L43 30"
DOWN = "M32 18V46M21 34L32 46L43 34"


def icon_svg(code: str, *, name: str = "", size: int = 40, palette: str = "page") -> str:
    """The icon of a variation or assurance code, or of 'not_enough'; it is named by its words. `name` begins its id."""
    pen = Pen(resolved=palette == "file")
    _shapes(pen, code, "")
    return pen.whole(width=64, height=64, name=name or f"icon-{code}", title=ICON_WORDS[code], style="icon", size=size)


def draw_icon(pen: Pen, code: str, *, x: float, y: float, size: float) -> None:
    """The same within another picture."""
    _shapes(pen, code, f"translate({x:.1f} {y:.1f}) scale({size / 64:.4f})")


def _shapes(pen: Pen, code: str, moved: str) -> None:
    inner = Pen(resolved=pen.resolved)
    if code in ("pass", "fail", "inconsistent"):
        _aim(inner, code)
    elif code == "common_cause":
        inner.put("circle", "ring", cx=32, cy=32, r=28)
        inner.put("path", "drawn", d="M12 32C17 20 22 20 27 32S37 44 42 32S49 22 52 28")
    elif code == "not_enough":
        inner.put("circle", "waiting", cx=32, cy=32, r=28)
        for place in (20, 32, 44):
            inner.put("circle", "solid", cx=place, cy=32, r=3.5)
    else:
        _way(inner, *code.split("_"))
    body = "".join(inner.parts)
    pen.parts.append(f'<g transform="{moved}">{body}</g>' if moved else body)


def _way(pen: Pen, kind: str, way: str) -> None:
    if kind == "improvement":
        pen.put("circle", "better", cx=32, cy=32, r=30)
        pen.put("path", "cut", d=_beside(UP if way == "high" else DOWN))
        pen.put("path", "cut", d="M37 33L42 39L51 26")
    elif kind == "concern":
        pen.put("rect", "worse", x=4, y=4, width=56, height=56)
        pen.put("path", "cut", d=_beside(UP if way == "high" else DOWN))
        pen.put("path", "cut", d="M45 19V35M45 45V45.5")
    else:
        pen.put("path", "changed", d="M32 0L64 32L32 64L0 32z")
        pen.put("path", "cut", d=UP if way == "high" else DOWN)


def _beside(arrow: str) -> str:
    """The arrow moved left and made smaller, so that a sign fits beside it."""
    return "M22 45V21M13 29L22 19L31 29" if arrow == UP else "M22 19V43M13 35L22 45L31 35"


def _aim(pen: Pen, code: str) -> None:
    pen.put("circle", "ring", cx=28, cy=28, r=25)
    pen.put("circle", "ring", cx=28, cy=28, r=13)
    pen.put("circle", "solid", cx=28, cy=28, r=4)
    if code == "pass":
        pen.put("circle", "better", cx=46, cy=46, r=17)
        pen.put("path", "cut", d="M38 46L44 52L54 40")
    elif code == "fail":
        pen.put("rect", "worse", x=30, y=30, width=33, height=33)
        pen.put("path", "cut", d="M39 39L54 54M54 39L39 54")
    else:
        pen.put("circle", "common", cx=46, cy=46, r=17)
        pen.put("path", "cut", d="M37 48C40 40 44 40 46 46S52 52 55 44")
