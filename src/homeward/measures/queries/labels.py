"""How is a part of a number called, in the words of the place?"""

from homeward.directory import api as directory
from homeward.measures.vocabulary import ETHNICITIES, GROUPS
from homeward.people.vocabulary import SEXES
from homeward.referrals.vocabulary import SOURCES

UNKNOWN = "Not known"
_GROUPS = {str(group): words for group, words in GROUPS.items()}
KINDS = {"locality": "locality", "neighbourhood": "neighbourhood", "pcn": "pcn", "practice": "practice_list"}


def label(cut: str, code: str) -> str:
    """The words for one value of a cut; 'Not known' for an empty one, the code itself for one nobody declares now."""
    if not code:
        return UNKNOWN
    return _named(cut, code) or code


def _named(cut: str, code: str) -> str | None:
    place = directory.place()
    match cut:
        case "locality" | "neighbourhood" | "pcn" | "practice":
            area = place.areas.get(code)
            return area.name if area is not None and area.kind == KINDS[cut] else None
        case "need":
            need = place.needs.get(code)
            return need.title if need is not None else None
        case "team":
            team = place.teams.get(code)
            return team.name if team is not None else None
        case "source":
            return {str(known): words for known, words in SOURCES.items()}.get(code)
        case _:
            return {"sex": SEXES, "ethnicity": ETHNICITIES, **_GROUPS}.get(cut, {}).get(code)
