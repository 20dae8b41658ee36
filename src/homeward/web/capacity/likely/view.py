"""Which beds are free or likely to free, and who of those that wait could have each?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.errors import Clash, NotFound
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("capacity.view", methods=("GET",))
def likely(request: PageRequest) -> HttpResponse:
    """Soonest first, each with the need that has waited longest for such a bed; and the needs that none is likely for."""
    found = sorted(capacity.matches(at=request.at), key=lambda each: each.need is None)  # what can be decided first
    matched = {each.need.subject_id for each in found if each.need}
    promised = {each.unit.promised_to for each in found if each.unit.promised_to}
    beds = {each.unit.service_code for each in found}
    left = [
        each
        for each in capacity.waiting_for_room(most=200)
        if each.service_code in beds and each.subject_id not in matched | promised
    ]
    place = directory.place()
    context = {
        "found": found,
        "wanted": [each for each in found if each.need or each.unit.promised_to],
        "unwanted": [each for each in found if not each.need and not each.unit.promised_to],
        "left": left,
        "titles": {code: each.title for code, each in place.services.items()},
        "teams": {code: each.name for code, each in place.teams.items()},
        "needs": {code: each.title for code, each in place.needs.items()},
        "may_promise": may(request.actor, "capacity.promise"),
        "may_hub": may(request.actor, "hub.view"),
        "may_flow": may(request.actor, "flow.view"),
    }
    return show(request, "capacity/likely/page.html", context)


@page("capacity.promise", methods=("POST",))
def promised(request: PageRequest, unit_id: UUID, need_id: UUID) -> HttpResponse:
    """Give it to this need next."""
    wanting = {each.subject_id: each.subject_kind for each in capacity.waiting_for_room(most=500)}
    if need_id not in wanting:
        raise NotFound("This need no longer waits for a bed.", next_step="Look at the list again.")
    try:
        at_a_door = wanting[need_id] == "arrival"
        capacity.promise(
            unit_id=unit_id, need_id=None if at_a_door else need_id, arrival_id=need_id if at_a_door else None,
            by=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, "Promised. It is held for them as soon as it is empty and open.")
    except Clash as clash:
        messages.warning(request, f"{clash.message} {clash.next_step}")
    return redirect("capacity_likely")
