"""Who is this person, what matters, what is happening now, who looks after them, and who looked?"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.exchange import api as exchange
from homeward.monitoring import api as monitoring
from homeward.people import api as people
from homeward.plans import api as plans
from homeward.referrals import api as referrals
from homeward.rounds import api as rounds
from homeward.web.notices.told import KINDS
from homeward.web.page import PageRequest, page, show
from homeward.web.people.about import about, allowed
from homeward.web.people.aged import aged
from homeward.web.people.health.read import health
from homeward.web.people.person.circle import circle, family, keyworkers
from homeward.web.people.person.known import known
from homeward.web.people.person.now import now
from homeward.web.people.timeline.kinds import chosen
from homeward.web.people.timeline.read import timeline

LOOKS = 5
LATELY = 8
FORMS = 6
MESSAGES = 4
DOES = (
    "person.move", "person.die", "person.correct", "person.trace", "referral.make", "who_looked.view",
    "audit.view", "hub.view", "sharing.view", "proxy.grant", "plan.view", "message.view", "handover.acknowledge",
    "app.allow", "monitoring.view", "episode.keyworker",
)  # fmt: skip


@page("person.view", methods=("GET",))
def person(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The first page about a person, in one opening of the gate; every block asks for a bounded number of rows."""
    may_do = allowed(request.actor, DOES)
    with access.gate.person(person_id, by=request.actor, at=request.at, why="person page"):
        context = _read(request, person_id, may_do)
    return show(request, "people/person/page.html", context)


def _read(request: PageRequest, person_id: UUID, may_do: set[str]) -> dict[str, Any]:
    by, at = request.actor, request.at
    shown = people.person_page(person_id, by, at)
    last = access.last_look(person_id, by=by, at=at)
    going_on, told = now(person_id, at=at), health(person_id, by=by, at=at)
    sees_looks = bool(may_do & {"who_looked.view", "audit.view"})
    can_trace = "person.trace" in may_do and people.demographics() is not None
    return {
        **about(request, shown.banner, here="person", heading="Record", alerts=told.alerts),
        "shown": shown,
        "known": known(shown),
        "now": going_on,
        "health": told,
        "last": last,
        "plan": plans.plan_of(person_id, at=at),
        "forms": plans.responses_of(person_id, by=by, at=at, limit=FORMS),
        "lately": timeline(person_id, group=chosen(""), by=by, last=last, limit=LATELY),
        "aged": aged,
        "rounds": rounds.rounds_of(person_id, at=at),
        "unanswered": monitoring.open_alerts(person_id),
        "user_id": by.user_id,
        "may_read": may_do & {"handover.acknowledge"},
        "family": family(shown),
        "circle": circle(shown, going_on),
        "keyworkers": keyworkers(going_on, by=by, may_name="episode.keyworker" in may_do),
        "traces": people.trace_rows(person_id, by, at) if can_trace else (),
        "allowed": may_do,
        "can_trace": can_trace,
        "teams": {code: team.name for code, team in directory.place().teams.items()},
        "written": exchange.messages_of(person_id, limit=MESSAGES, to_person_only=True)
        if "message.view" in may_do
        else None,
        "told": referrals.notices_about(person_id, kinds=KINDS.keys(), limit=5),
        "kinds": KINDS,
        "looks": access.who_looked(person_id, by=by, at=at, limit=LOOKS) if sees_looks else None,
    }
