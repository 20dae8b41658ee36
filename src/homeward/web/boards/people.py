"""Who may own an action or be given a board? Colleagues of the same organisation who see numbers, and teams."""

from datetime import datetime

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor


def who(*, by: Actor, at: datetime) -> list[tuple[str, str]]:
    """Choices 'user:<id>' and 'team:<code>': the asker first, then colleagues, then the asker's teams, then all others."""
    roles = [code for code, role in directory.place().roles.items() if role.may("numbers.view") and not role.machine]
    people = access.colleagues(by.organisation, roles=roles, at=at)
    me = [(f"user:{by.user_id}", f"{by.name} (you)")] if by.user_id else []
    others = [(f"user:{each.user_id}", each.name) for each in people if each.user_id != by.user_id]
    teams = sorted(directory.place().teams.values(), key=lambda team: (team.code not in by.teams, team.name))
    return [*me, *others, *((f"team:{team.code}", f"Team: {team.name}") for team in teams)]
