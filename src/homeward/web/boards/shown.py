"""How does a board show one number: its figure, its direction, its icons, its small line and a sentence?"""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from homeward.grammar.api import Measure
from homeward.measures.api import Figure, Spc, Tile, aim_on, icon_svg, say_number, spark_svg
from homeward.web.numbers.drawn import Once

UNITS = {"percent": "%", "count": "", "rate": "", "days": "days", "hours": "hours", "minutes": "minutes"}

_PICTURES: Once[tuple[tuple[Markup, ...], Markup]] = Once()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One tile, ready to draw."""

    tile: Tile
    figure: str
    of: str
    interval: str
    target: str
    reached: bool | None
    sentence: str
    variation: str
    icons: tuple[Markup, ...]
    spark: Markup
    coverage: str
    safety: str
    baseline: str = ""
    open_actions: int = 0
    flagged: bool = False


def shown(tile: Tile, *, open_actions: int = 0, flagged: bool = False) -> Shown:
    """What the tile says, in words and pictures."""
    found, spc = tile.figure, tile.figure.spc if tile.figure else None
    icons, spark = pictures(tile.measure, spc) if spc is not None and tile.said else ((), Markup(""))
    return Shown(
        tile=tile, figure=said(tile.measure, found.value if found else None), of=_of(tile), interval=_interval(found),
        target=aim_on(tile.measure, found.asked.last if found else date.max), reached=_reached(found), sentence=spc.sentence if spc and tile.said else "",
        variation=spc.icon if spc and tile.said else "", icons=icons,
        spark=spark,
        coverage=f"{found.coverage:.0f}% rest on a record" if found and found.coverage is not None else "",
        safety=_safety(tile), baseline=_baseline(tile.measure), open_actions=open_actions, flagged=flagged,
    )  # fmt: skip


def pictures(measure: Measure, spc: Spc) -> tuple[tuple[Markup, ...], Markup]:
    """Its icons and its small line, drawn once for one state of the lake."""

    def draw() -> tuple[tuple[Markup, ...], Markup]:
        codes = [spc.icon, *([spc.assurance] if spc.assurance and spc.enough else [])]
        icons = tuple(Markup(icon_svg(code, name=f"{measure.code}-{code}")) for code in codes)
        line = spark_svg(spc, title=f"{measure.title}, lately", width=300, height=44, name=f"spark-{measure.code}")
        return icons, Markup(line)

    return _PICTURES.of(spc, draw)


def said(measure: Measure, value: float | None) -> str:
    """A value in the measure's unit; percents from ten on without a decimal, because nobody reads it at a glance."""
    if value is None:
        return "No figure"
    if measure.unit == "percent":
        return f"{value:.0f}%" if abs(value) >= 10 or value == 0 else f"{value:.1f}%"
    return say_number(round(value, 1) if abs(value) >= 0.1 else value, UNITS[measure.unit])


def _of(tile: Tile) -> str:
    found, measure = tile.figure, tile.measure
    if found is None or found.value is None:
        return ""
    if measure.kind == "share":
        return f"{found.numerator:,} of {found.denominator:,}"
    if measure.kind in ("mean", "median"):
        return f"{'the mean' if measure.kind == 'mean' else 'the middle one'} of {found.numerator:,}"
    if measure.kind == "rate":
        return f"for each {say_number(measure.per)}"
    return f"{found.numerator:,} counted" if measure.kind == "ratio" else ""


def _interval(found: Figure | None) -> str:
    """Few are shown with their interval, many without: it would say what the figure says."""
    if found is None or found.interval is None or found.value is None or found.denominator >= 100:
        return ""
    low, high = found.interval
    return f"Few counted: likely between {said(found.measure, low)} and {said(found.measure, high)}"


def _reached(found: Figure | None) -> bool | None:
    if found is None or found.value is None:
        return None
    target = found.measure.target_on(found.asked.last)
    if target is None or found.measure.direction == "neutral":
        return None
    return found.value <= target if found.measure.direction == "down" else found.value >= target


def _baseline(measure: Measure) -> str:
    """Where things stood, in the document's own words: its figure may count something else than ours does."""
    before = measure.baseline
    return f"{before.words} ({before.period})" if before else ""


def _safety(tile: Tile) -> str:
    beside = tile.safety
    if beside is None:
        return ""
    if not beside.said or beside.figure is None:
        return beside.waits
    return (
        f"{said(beside.measure, beside.figure.value)} ({_of(beside)})"
        if _of(beside)
        else said(beside.measure, beside.figure.value)
    )
