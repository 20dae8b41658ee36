"""How are the place's codes said?"""

from functools import lru_cache

from homeward.directory import api as directory
from homeward.referrals.queries.board_row import need_title
from homeward.referrals.rules.story import Names


def names() -> Names:
    """The titles of today's declarations."""
    place = directory.place()
    return Names(
        team=lambda code: place.teams[code].name if code in place.teams else code,
        service=lambda code: place.services[code].title if code in place.services else code,
        need=need_title,
        urgency=lambda code: place.urgencies[code].title if code in place.urgencies else code,
        clock=lambda code: place.clocks[code].title if code in place.clocks else code,
        reason=lambda code: _reasons(id(place)).get(code, code),
    )


@lru_cache(maxsize=4)
def _reasons(_place: int) -> dict[str, str]:
    place = directory.place()
    outcomes = {each.code: each.title for service in place.services.values() for each in service.outcomes}
    listed = {each.code: each.title for some in place.reason_lists.values() for each in some.reasons}
    return outcomes | listed
