"""For which parts of the place may a number be followed, and for which does the asker follow it?"""

from datetime import timedelta

from homeward.foundation.errors import NotFound
from homeward.foundation.moments import london_day
from homeward.measures import api as measures
from homeward.web.page import PageRequest

WEEKS = 52  # what the watch for changes looks at


def watched(request: PageRequest, code: str) -> dict[str, list[tuple[str, str]]]:
    """`followed_parts` and `other_parts`, each as (what the form sends, words)."""
    mine = {f"{cut}:{part}" for measure, cut, part in measures.parts_followed(by=request.actor) if measure == code}
    parts = _parts(request, code)
    known = {sent for sent, _ in parts}
    gone = [(each, measures.label(*each.split(":", 1))) for each in sorted(mine - known)]
    return {
        "followed_parts": [each for each in parts if each[0] in mine] + gone,
        "other_parts": [each for each in parts if each[0] not in mine],
    }


def _parts(request: PageRequest, code: str) -> list[tuple[str, str]]:
    last = london_day(request.at)
    asked = measures.Asked(first=measures.monday_of(last) - timedelta(weeks=WEEKS - 1), last=last)
    try:
        cuts = measures.figure(code, asked=asked, by=request.actor, at=request.at, at_once=True).cuts
    except (measures.NotCountedYet, NotFound):
        return []
    return [
        (f"{cut}:{part.code}", f"{part.label} ({measures.CUTS[cut].lower()})")
        for cut in measures.WATCHED
        for part in cuts.get(cut, ())
        if part.code and part.denominator
    ]
