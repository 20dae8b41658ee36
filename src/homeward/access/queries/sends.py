"""Which kinds of resource may an app send for this actor? Those that the place declares for their role."""

from homeward.access.queries.declared_role import declared_role
from homeward.access.queries.may import may
from homeward.foundation.actions import Actor


def kinds_that_apps_send(by: Actor) -> tuple[str, ...]:
    """The kinds; none for whoever may not let apps send, and for partners' systems, which send in their own name."""
    role = declared_role(by.role) if by.kind in ("staff", "citizen") and may(by, "app.send") else None
    return role.apps_send if role else ()
