"""When hubs close and open, which hub has a need that nobody has accepted yet? The one on duty by the place's rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.foundation.moments import clock_face
from homeward.grammar.api import Place, always_open, is_open, openings_from

LOOKED_BACK = timedelta(days=14)  # no hub is shut for longer between two openings


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """To which hub, and why, as it is told to both. `shut`: the hub that has it now is closed."""

    to_hub: str
    words: str
    shut: bool


def hand_over_from(hub: str, *, place: Place, duty: str, duty_then: str, at: datetime) -> HandOver | None:
    """What is to be done with a need of this hub at this moment; None when it stays.

    `duty` is the hub that the intake rules name now, `duty_then` the one they named when this hub got the need. A hub
    that is closed gives it up. One that is open does so only when it had it by the rules, as the night's hub has in the
    morning: what somebody gave it on purpose stays with it.
    """
    if duty == hub:
        return None
    has_it = f"{place.teams[duty].name} has it now."
    if not is_open(place.calendars[place.teams[hub].calendar], at=at):
        return HandOver(to_hub=duty, words=f"{_closed(place, hub, at)} {has_it}", shut=True)
    if duty_then != hub:
        return None
    return HandOver(to_hub=duty, words=f"{_opened(place, duty, at)} {has_it}".strip(), shut=False)


def _closed(place: Place, hub: str, at: datetime) -> str:
    team, closed_at = place.teams[hub], None
    for _, closes in openings_from(place.calendars[team.calendar], at - LOOKED_BACK):
        if closes > at:
            break
        closed_at = closes
    return f"{team.name} closed at {clock_face(closed_at)}." if closed_at else f"{team.name} is closed."


def _opened(place: Place, hub: str, at: datetime) -> str:
    team = place.teams[hub]
    calendar = place.calendars[team.calendar]
    if always_open(calendar) or not is_open(calendar, at=at):
        return ""
    opens, _ = next(openings_from(calendar, at))
    return f"{team.name} opened at {clock_face(opens)}."
