"""Which phones carry rounds of mine or my team's, and which was lost?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show

STANDING = {
    "kept": ("In use", "green"),
    "lost": ("Lost: to be wiped at its next contact", "red"),
    "role_ended": ("The role has ended: to be wiped at its next contact", "red"),
    "wiped": ("Wiped", "grey"),
}


@page("visit.carry", methods=("GET",))
def devices(request: PageRequest) -> HttpResponse:
    """My phones; for whoever leads a team, also the colleagues'."""
    by, at = request.actor, request.at
    assert by.user_id is not None  # the permission is given to accounts only
    leads = may(by, "device.lose_for")
    context = {
        "mine": access.devices_of(by.user_id, at=at), "standing": STANDING, "leads": leads,
        "theirs": access.devices_of_teams(by=by, at=at) if leads else [],
    }  # fmt: skip
    return show(request, "pocket/devices/page.html", context)


@page("visit.carry", methods=("POST",))
def lost(request: PageRequest, device_id: UUID) -> HttpResponse:
    """'Lost it': everything on that phone is deleted when it next reaches us."""
    by, at = request.actor, request.at
    assert by.user_id is not None
    own = any(each.id == device_id for each in access.devices_of(by.user_id, at=at))
    (access.lose_device if own else access.lose_device_for)(device_id=device_id, by=by, at=at)
    messages.success(
        request,
        "Noted. Everything on that phone is deleted as soon as it reaches us. Report the loss to your organisation as well.",
    )
    return redirect("pocket_devices")
