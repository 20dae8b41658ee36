"""Where does somebody say what they say? The team or organisation, in words."""

from homeward.directory import api as directory
from homeward.foundation.actions import Actor


def called(source: str) -> str:
    """The name of the organisation that sent something, else the code it goes by."""
    organisation = directory.place().organisations.get(source)
    return organisation.name if organisation else source


def where(by: Actor) -> str:
    """The name of the actor's team, else of their organisation; nothing for a citizen."""
    place = directory.place()
    if by.kind == "citizen":
        return ""
    team = place.teams.get(by.teams[0]) if by.teams else None
    organisation = place.organisations.get(by.organisation)
    return team.name if team else organisation.name if organisation else by.organisation
