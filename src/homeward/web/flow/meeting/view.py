"""Who needs to do what next? The daily meeting, run from what the board knows."""

from django.http import HttpResponse

from homeward.hospital import api as hospital
from homeward.web.asker import may
from homeward.web.flow.board.view import read
from homeward.web.page import PageRequest, page, show


@page("flow.view", methods=("GET",))
def meeting(request: PageRequest) -> HttpResponse:
    """Everybody who could leave: first those for whom nobody has a step, then each team with all it has to do."""
    wanted = read(request.GET)
    found = hospital.meeting(by=request.actor, at=request.at, hospital=wanted.hospital, ward=wanted.ward)
    known = hospital.hospitals()
    context = {
        "meeting": found,
        "wanted": wanted,
        "known": known,
        "wards": known[wanted.hospital].wards if wanted.hospital else (),
        "may_step": may(request.actor, "task.add"),
        "may_finish": may(request.actor, "task.done"),
    }
    return show(request, "flow/meeting/page.html", context)
