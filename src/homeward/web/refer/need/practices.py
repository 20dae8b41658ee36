"""Which general practices can a form offer by name?"""

from datetime import date
from functools import lru_cache

from homeward.directory import api as directory


def practices(*, on: date) -> dict[str, str]:
    """Names and codes of the practices that stand on a day, by name."""
    return _named(directory.place().code, on)


@lru_cache(maxsize=8)
def _named(place: str, on: date) -> dict[str, str]:
    return {area.name: area.code for area in directory.place().areas_of_kind("practice_list", on=on)}
