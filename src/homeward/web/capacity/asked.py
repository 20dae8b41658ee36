"""Which of our numbers are we asked about, on our first page?"""

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.web.asker import may
from homeward.web.page import PageRequest

AT_ONCE = 4


def asked_numbers(request: PageRequest, *, page: str) -> dict[str, object]:
    """The old numbers of the asker's teams, for the part `capacity/_asked.html`. `page` is where to come back to."""
    by = request.actor
    old = capacity.nudges(teams=by.teams, at=request.at) if by.teams and may(by, "capacity.report") else []
    return {
        "old_numbers": old[:AT_ONCE],
        "old_more": max(0, len(old) - AT_ONCE),
        "old_from": page,
        "old_titles": {each.offer.service_code: directory.service(each.offer.service_code).title for each in old},
        "old_teams": {each.offer.team_code: directory.team(each.offer.team_code).name for each in old},
    }
