"""Was a page asked to end that somebody acts for a person?"""

from uuid import UUID

from homeward.access import api as access
from homeward.foundation.errors import NotFound
from homeward.web.page import PageRequest


def end_asked(request: PageRequest) -> bool:
    """End the one that was named; False when none was."""
    if request.method != "POST" or request.POST.get("do") != "end":
        return False
    try:
        proxy_id = UUID(request.POST.get("proxy", ""))
    except ValueError:
        raise NotFound("There is nobody by that number.", next_step="Go back and choose again.") from None
    access.proxy.end(proxy_id=proxy_id, by=request.actor, at=request.at)
    return True
