"""May this person say what this team has free?"""

from homeward.capacity.models import Line
from homeward.capacity.rules.whose import may_report
from homeward.directory import api as directory
from homeward.foundation.actions import Actor


def may_report_for(by: Actor, team_code: str) -> bool:
    """Their own team's number, their organisation's, or any number when they work in a hub; the house itself may, too.

    Whoever holds a link to one line may report for its team, and `report` keeps them to that line.
    """
    if by.kind == "link":
        return by.subject is not None and Line.objects.filter(id=by.subject, team_code=team_code).exists()
    place = directory.place()
    in_hub = any(place.teams[code].hub for code in by.teams if code in place.teams)
    team = place.teams[team_code]
    return by.kind == "system" or may_report(team, organisation=by.organisation, teams=by.teams, in_hub=in_hub)
