"""What stands on every page about a person: the banner with its alerts, who else is here, and the way to the other pages."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.people.api import Banner, Looking
from homeward.web.asker import may
from homeward.web.live.tell import tell
from homeward.web.page import PageRequest, page, show
from homeward.web.words import listed

TABS = (
    ("person", "Record"),
    ("person_timeline", "Timeline"),
    ("person_documents", "Documents"),
    ("person_crisis", "In a crisis"),
)


def about(
    request: PageRequest, banner: Banner, *, here: str, heading: str, alerts: Sequence[str] = ()
) -> dict[str, Any]:
    """For a page inside the person's open gate: marks that the asker has it open, and tells colleagues who do too."""
    opened = request.number[:12]
    others = people.look(banner.person_id, by=request.actor, at=request.at, page=opened)
    _tell(banner.person_id, others, request.actor)
    return {
        "banner": banner,
        "person_id": banner.person_id,
        "alerts": alerts,
        "glass_until": access.glass_until(banner.person_id, by=request.actor, at=request.at),
        "here": here,
        "heading": heading,
        "tabs": TABS,
        "changed": False,
        "opened": opened,
        **_said(others),
    }


@page("person.view", methods=("POST",))
def looking(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The page is still open (or, with `away`, no longer). Answers with who else has it open."""
    opened = request.GET.get("page", "")[:12]
    if request.POST.get("away"):
        others, _ = people.still_looking(person_id, by=request.actor, at=request.at, page=opened)
        people.look_away(person_id, by=request.actor, page=opened)
        _tell(person_id, others, request.actor)
        return HttpResponse(status=204)
    others, version = people.still_looking(person_id, by=request.actor, at=request.at, page=opened)
    changed = bool(version) and request.POST.get("version", "") not in ("", version)
    return show(request, "people/_looking.html", {"changed": changed, **_said(others)})


def _said(others: Sequence[Looking]) -> dict[str, Any]:
    names = list(dict.fromkeys(each.name for each in others))
    return {"looking": listed(names), "several": len(names) > 1}


def _tell(person_id: UUID, others: Sequence[Looking], by: Actor) -> None:
    """Wake the pages of whoever looks at the same person; nobody else is told anything."""
    teams = {each.team_code for each in others if each.team_code}
    if teams:
        tell("look", of="person", id=person_id, teams=teams | set(by.teams[:1]))


def allowed(by: Actor, permissions: Sequence[str]) -> set[str]:
    """Which of these may the asker do?"""
    return {name for name in permissions if may(by, name)}
