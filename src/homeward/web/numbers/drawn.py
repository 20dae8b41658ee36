"""Which pictures stand beside a number? Drawn once for each judged series, however often they are shown."""

from collections.abc import Callable
from typing import Generic, TypeVar

from markupsafe import Markup

from homeward.measures import api as measures
from homeward.measures.api import Figure, Spc
from homeward.web.numbers.charted import Charted

MOST = 256
T = TypeVar("T")
Signs = list[tuple[Markup, str]]


class Once(Generic[T]):
    """What was drawn of a series, as long as there is room; a series stays the same object until the lake is written anew."""

    def __init__(self) -> None:
        self._drawn: dict[int, tuple[Spc, T]] = {}

    def of(self, made: Spc, draw: Callable[[], T]) -> T:
        """The drawing, made now unless it is held."""
        held = self._drawn.get(id(made))
        if held is not None and held[0] is made:
            return held[1]
        if len(self._drawn) >= MOST:
            self._drawn.clear()
        drawn = draw()
        self._drawn[id(made)] = (made, drawn)
        return drawn


CHARTS: Once[Charted] = Once()
_sparks: Once[Markup] = Once()
_icons: Once[Signs] = Once()


def spark(figure: Figure) -> Markup:
    """The small line of a catalogue."""
    made = figure.spc
    if made is None:
        return Markup("")
    title, name = f"{figure.measure.title}, latest points", f"spark-{figure.measure.code}"
    return _sparks.of(made, lambda: Markup(measures.spark_svg(made, title=title, name=name)))  # our own drawing


def icons(code: str, made: Spc) -> Signs:
    """Variation, and assurance where there is one, each with its words."""
    return _icons.of(made, lambda: _signs(code, made))


def _signs(code: str, made: Spc) -> Signs:
    codes = [made.icon, *([made.assurance] if made.assurance and made.enough else [])]
    return [
        (Markup(measures.icon_svg(each, name=f"icon-{code}-{each}", size=32)), measures.ICON_WORDS[each])
        for each in codes
    ]
