"""What does the template of the notices need, on whichever page they stand?"""

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
        "told_may": {name for name in ("person.view", "hub.view") if may(by, name)},
    }
