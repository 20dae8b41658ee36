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


@lru_cache(maxsize=8)
def _loaded(dotted: str) -> Place:
    return load(dotted)
