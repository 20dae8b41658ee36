"""Who helps me, with what, and how do I reach them? By name, role and number."""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show

NAMES = 6  # of colleagues seen lately, for each team


@page("me.view", methods=("GET",))
def team(request: PageRequest) -> HttpResponse:
    """Teams with the people of theirs who came, the practice, promised contacts, and family or friends on record."""
    by, at = request.actor, request.at
    who = whose(by, at)
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        found = mine(who, by=by, at=at)
        shown = people.person_page(who.person_id, by, at)
    seen: dict[str, list[str]] = {}
    for visit in (*found.coming, *found.been):
        names = seen.setdefault(visit.team_code, [])
        if visit.practitioner and visit.practitioner not in names and len(names) < NAMES:
            names.append(visit.practitioner)
    context = {
        "whose": who,
        "mine": found,
        "seen": seen,
        "practice": next((each for each in shown.practices if each.until is None), None),
        "promised": [each for each in shown.promised if each.person_name],
        "contacts": shown.contacts if who.own else (),
        "may_write": may(by, "me.messages"),
    }
    return show(request, "me/team/page.html", context)
