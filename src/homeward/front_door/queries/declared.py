"""Which line or door is meant, and which are the asker's?"""

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.grammar.api import AdviceLine, FrontDoor


def line_called(code: str) -> AdviceLine:
    """The declared line. Raises NotFound."""
    found = directory.place().advice_lines.get(code)
    if found is None:
        raise NotFound("There is no such advice line here.", next_step="Go back to the line and choose it there.")
    return found


def door_called(code: str) -> FrontDoor:
    """The declared door. Raises NotFound."""
    found = directory.place().front_doors.get(code)
    if found is None:
        raise NotFound("There is no such front door here.", next_step="Go back and choose one from the list.")
    return found


def lines_of(by: Actor) -> list[AdviceLine]:
    """The lines that the actor's teams answer, by title."""
    lines = directory.place().advice_lines.values()
    return sorted((each for each in lines if each.team in by.teams), key=lambda each: each.title)


def doors_of(by: Actor) -> list[FrontDoor]:
    """The doors at which the actor's teams meet people, by title."""
    doors = directory.place().front_doors.values()
    return sorted((each for each in doors if set(each.teams) & set(by.teams)), key=lambda each: each.title)


def require_line(line: AdviceLine, *, by: Actor) -> None:
    """Raises NotPermitted unless the actor's team answers this line; the house itself may."""
    if by.kind != "system" and line.team not in by.teams:
        raise NotPermitted(
            f"Only {directory.team(line.team).name} works on this line.", next_step="Ring them, or ask them to do it."
        )


def require_door(door: FrontDoor, *, by: Actor) -> None:
    """Raises NotPermitted unless the actor's team meets people at this door; the house itself may."""
    if by.kind != "system" and not set(door.teams) & set(by.teams):
        raise NotPermitted(
            f"Only the team at the door of {door.title} works on this list.", next_step="Ask them to do it."
        )
