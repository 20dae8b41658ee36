"""What happened to this person, over all organisations, and what of it is new to me?"""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.people.about import about
from homeward.web.people.aged import aged
from homeward.web.people.health.read import alerts
from homeward.web.people.timeline import cursor
from homeward.web.people.timeline.kinds import GROUPS, chosen
from homeward.web.people.timeline.read import timeline


@page("person.view", methods=("GET",))
def happened(request: PageRequest, person_id: UUID) -> HttpResponse:
    """One page of the timeline; the filters stand in the address."""
    by, at, asked = request.actor, request.at, request.GET
    kind = asked.get("kind", "") if asked.get("kind", "") in GROUPS else ""
    only_new = "new" in asked
    with access.gate.person(person_id, by=by, at=at, why="timeline"):
        banner = people.banner(person_id, by, at)
        last = access.last_look(person_id, by=by, at=at)
        found = timeline(
            person_id, group=chosen(kind), by=by, last=last, only_new=only_new and last is not None,
            before=cursor.read(asked.get("before", "")),
        )  # fmt: skip
        context = {
            **about(request, banner, here="person_timeline", heading="Timeline", alerts=alerts(person_id, by=by, at=at)),
            "found": found, "groups": {code: group.title for code, group in GROUPS.items()}, "kind": kind,
            "only_new": only_new, "last": last, "aged": aged, "may_hub": may(by, "hub.view"), "may_line": may(by, "line.view"),
            "first_page": not asked.get("before"), "query": _query(kind, only_new),
            "next": _query(kind, only_new, before=cursor.written(found.next)) if found.next else "",
        }  # fmt: skip
    return show(request, "people/timeline/page.html", context)


def _query(kind: str, only_new: bool, **more: str) -> str:
    values = {"kind": kind, "new": "1" if only_new else "", **more}
    return urlencode({name: value for name, value in values.items() if value})
