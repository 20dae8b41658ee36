"""Which team's day is meant?"""

from datetime import date

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.web.page import PageRequest


def the_day(said: str) -> date:
    """The day of an address. Raises NotFound."""
    try:
        return date.fromisoformat(said)
    except ValueError as wrong:
        raise NotFound("There is no such day.", next_step="Choose a day from your team's rounds.") from wrong


def teams_of(by: Actor) -> list[tuple[str, str]]:
    """The actor's teams that the place declares: code and name."""
    declared = directory.place().teams
    return [(code, declared[code].name) for code in by.teams if code in declared]


def the_team(request: PageRequest) -> tuple[str, str]:
    """The team asked for, else the first of the actor's. Raises NotFound."""
    mine = dict(teams_of(request.actor))
    code = request.POST.get("team") or request.GET.get("team", "")
    if code not in mine:
        code = next(iter(mine), "")
    if not code:
        raise NotFound(
            "You work in no team that makes visits.", next_step="Ask whoever manages accounts to add your team."
        )
    return code, mine[code]
