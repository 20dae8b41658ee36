"""Which place does this house serve? Its declarations, read once per process."""

from functools import lru_cache

from django.conf import settings

from homeward.grammar.api import Organisation, Place, Service, Team, load


def place() -> Place:
    """The place that HOMEWARD_PLACE names."""
    return _loaded(settings.HOMEWARD_PLACE)


def service(code: str) -> Service:
    """The service as declared today. Raises KeyError for a code the place does not declare."""
    return place().services[code]


def team(code: str) -> Team:
    """The team as declared today. Raises KeyError for a code the place does not declare."""
    return place().teams[code]


def organisation(code: str) -> Organisation:
    """The organisation as declared today. Raises KeyError for a code the place does not declare."""
    return place().organisations[code]


def organisation_known_as(code: str) -> Organisation | None:
    """The organisation of that code, ours or else the national one; None where the place declares none such."""
    return _by_either_code(settings.HOMEWARD_PLACE).get(code)


@lru_cache(maxsize=8)
def _by_either_code(dotted: str) -> dict[str, Organisation]:
    declared = _loaded(dotted).organisations
    national = {each.ods_code: each for each in reversed(list(declared.values())) if each.ods_code}
    return {**national, **declared}


@lru_cache(maxsize=8)
def _loaded(dotted: str) -> Place:
    return load(dotted)
