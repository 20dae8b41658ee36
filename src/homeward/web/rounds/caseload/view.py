"""Who is on the team's caseload, how does each stand and why, and what does each worker carry?"""

from urllib.parse import urlencode

from django.http import HttpResponse

from homeward.rounds import api as rounds
from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.rounds.chosen import teams_of, the_team

STANDINGS = {"": ("Everybody", ""), "died": ("Has died", "grey"), "red": ("Red", "red"), "amber": ("Amber", "orange"), "green": ("Green", "green")}


@page("caseload.view", methods=("GET",))
def caseload(request: PageRequest) -> HttpResponse:
    """One team's caseload, the gravest first; filters are in the address."""
    code, name = the_team(request)
    asked, by = request.GET, request.actor
    standing = asked.get("standing", "") if asked.get("standing", "") in STANDINGS else ""
    holder = asked.get("with", "")[:36]
    found = rounds.caseload(
        team=code, by=by, at=request.at, standing=standing, holder=holder, page=asked_number(asked.get("page"))
    )
    chosen = {"team": code, "standing": standing, "with": holder}
    context = {
        "found": found, "team": code, "team_name": name, "teams": teams_of(by), "standings": STANDINGS, "standing": standing,
        "holder": holder, "query": _query(chosen), "without": {key: _query({**chosen, key: ""}) for key in chosen},
        "holder_name": next((each.name for each in found.loads if str(each.user_id or "nobody") == holder), ""),
        "may": {"person": may(by, "person.view"), "move": may(by, "task.reassign") and may(by, "visit.assign"),
                "rounds": may(by, "round.view"), "keyworker": may(by, "episode.keyworker")},
    }  # fmt: skip
    return show(request, "rounds/caseload/page.html", context)


def _query(chosen: dict[str, str]) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})
