"""What does one round do otherwise than another, visit by visit, and how was each before, in words?"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from homeward.foundation.moments import clock_face
from homeward.rounds.rules.day import Going, Round, Wanted
from homeward.rounds.rules.plan_day import changes


def beside(
    was: Round | None, now: Round, visits: Mapping[str, Wanted], *, names: Mapping[str, str], midnight: datetime
) -> Mapping[str, tuple[str, str]]:
    """By visit that is still to plan: how it changes, and 'Nia Brooks at 10:30am' as it was. Nothing without a former round."""
    told = changes(was, now, visits) if was is not None else []
    return {each.visit: (each.how, _before(each.was, names, midnight)) for each in told if each.visit in visits}


def _before(goings: tuple[Going, ...], names: Mapping[str, str], midnight: datetime) -> str:
    if not goings:
        return ""
    who = " and ".join(names.get(each.staff, "somebody no longer at work") for each in goings)
    return f"{who} at {clock_face(midnight + timedelta(minutes=round(goings[0].starts)))}"
