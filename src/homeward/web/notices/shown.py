"""What does the template of the notices need, on whichever page they stand?"""

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.web.asker import may
from homeward.web.notices.told import AT_ONCE, told
from homeward.web.page import PageRequest


def shown(request: PageRequest, *, page: str) -> dict[str, object]:
    """The first notices, and how many more there are. `page` is the name of the page to come back to."""
    by = request.actor
    found = told(by=by, at=request.at)
    first = found if page == "notices" else found[:AT_ONCE]
    return {
        "told": first,
        "told_more": len(found) - len(first),
        "told_here": page == "notices",
        "told_from": page,
        "told_may": _may(by),
    }


def _may(by: Actor) -> set[str]:
    """What the news may link to. A role that needs a relationship has perhaps lost it with the death or the withdrawal."""
    role = directory.place().roles.get(by.role)
    free = role is not None and not role.needs_relationship
    found = {"person"} if free and may(by, "person.view") else set()
    if may(by, "glass.view"):
        found.add("glasses")
    if may(by, "hub.view"):
        found |= {"moved", "parts_ended"} | ({"revoked"} if free else set())
    return found
