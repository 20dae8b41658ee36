"""How is a part of a number called, in the words of the place?"""

from collections.abc import Mapping

from homeward.directory import api as directory
from homeward.people.vocabulary import SEXES
from homeward.referrals.vocabulary import SOURCES

UNKNOWN = "Not known"


def label(cut: str, code: str) -> str:
    """The words for one value of a cut; 'Not known' for an empty one, the code itself for one nobody declares now."""
    if not code:
        return UNKNOWN
    return _named(cut).get(code, code)


def _named(cut: str) -> Mapping[str, str]:
    place = directory.place()
    match cut:
        case "locality":
            return {area.code: area.name for area in place.areas.values() if area.kind == "locality"}
        case "need":
            return {code: need.title for code, need in place.needs.items()}
        case "team":
            return {code: team.name for code, team in place.teams.items()}
        case "source":
            return {str(code): words for code, words in SOURCES.items()}
        case "sex":
            return SEXES
        case _:
            return {}
