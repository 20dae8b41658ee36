"""Which pictures stand beside a number? Drawn once for each figure, however often it is shown."""

from markupsafe import Markup

from homeward.measures import api as measures
from homeward.measures.api import Figure, Spc


def spark(figure: Figure) -> Markup:
    """The small line of a catalogue."""
    if figure.spc is None:
        return Markup("")
    title = f"{figure.measure.title}, latest points"
    return Markup(measures.spark_svg(figure.spc, title=title, name=f"spark-{figure.measure.code}"))  # our own drawing


def icons(code: str, made: Spc, *, size: int = 40) -> list[tuple[Markup, str]]:
    """Variation, and assurance where there is one, each with its words."""
    codes = [made.icon, *([made.assurance] if made.assurance and made.enough else [])]
    return [
        (Markup(measures.icon_svg(each, name=f"icon-{code}-{each}", size=size)), measures.ICON_WORDS[each])
        for each in codes
    ]
