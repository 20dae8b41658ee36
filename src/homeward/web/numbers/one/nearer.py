"""Which neighbourhoods can a number be told for, and how many are left out because nobody has named them yet?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.directory import api as directory
from homeward.measures.api import Figure, Part

CUT = "neighbourhood"


@dataclass(frozen=True, kw_only=True)
class Nearer:
    """The cuts a page shows, and a sentence about the neighbourhoods that are not among them; empty when all are."""

    cuts: Mapping[str, Sequence[Part]]
    left_out: str


def nearer(figure: Figure, *, on: date) -> Nearer:
    """Neighbourhoods with a name are shown; the others, and people for whom none is known, are left out and said so."""
    standing = [area for area in directory.place().areas.values() if area.kind == CUT and area.stands_on(on)]
    named = {area.code for area in standing if area.named}
    parts = [part for part in figure.cuts.get(CUT, ()) if part.code in named]
    cuts = {cut: found for cut, found in figure.cuts.items() if cut != CUT} | ({CUT: parts} if parts else {})
    return Nearer(cuts=cuts, left_out=_said(figure, len(standing), len(named), parts))


def _said(figure: Figure, standing: int, named: int, parts: Sequence[Part]) -> str:
    nowhere = figure.denominator - sum(part.denominator for part in parts)
    if not standing or (named == standing and not nowhere):
        return ""
    without = standing - named
    if without == standing:
        nameless = f"None of the {standing} neighbourhoods has a name yet"
    elif without:
        nameless = f"{without} of the {standing} neighbourhoods {'has' if without == 1 else 'have'} no name yet"
    else:
        nameless = "Every neighbourhood has a name"
    return (
        f"By neighbourhood: {nameless}, and a part without a name is not shown. {nowhere:,} of {figure.denominator:,} counted "
        "lie in none that is named. Whoever owns a neighbourhood names it in the place's declarations."
    )
