"""Who is this person, what help is open, who looks after them, and who looked?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.web.asker import may
from homeward.web.notices.told import KINDS
from homeward.web.page import PageRequest, page, show
from homeward.web.people.person.known import known

LOOKS = 5
DOES = ("person.move", "person.die", "person.correct", "person.trace", "referral.make", "who_looked.view", "audit.view")


@page("person.view", methods=("GET",))
def person(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The first page about a person: banner and notices, open needs, circle of care, details, traces, who looked."""
    by, at = request.actor, request.at
    allowed = {name for name in DOES if may(by, name)}
    sees_looks = bool(allowed & {"who_looked.view", "audit.view"})
    live = referrals.live_referrals_for(person_id=person_id, by=by, at=at) if "referral.make" in allowed else ()
    with access.gate.person(person_id, by=by, at=at, why="person page"):
        shown = people.person_page(person_id, by, at)
        context = {
            "shown": shown,
            "known": known(shown),
            "person_id": person_id,
            "episodes": episodes.open_episodes_of_person(person_id),
            "traces": people.trace_rows(person_id, by, at),
            "live": live,
            "allowed": allowed,
            "can_trace": "person.trace" in allowed and people.demographics() is not None,
            "teams": {code: team.name for code, team in directory.place().teams.items()},
            "told": referrals.notices_about(person_id, kinds=KINDS.keys()),
            "kinds": KINDS,
            "looks": access.who_looked(person_id, by=by, at=at, limit=LOOKS) if sees_looks else None,
        }
    return show(request, "people/person/page.html", context)
