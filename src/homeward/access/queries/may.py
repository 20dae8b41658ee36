"""May this actor do this at all?"""

from homeward.access.queries.declared_role import declared_role
from homeward.access.rules.permission import matches
from homeward.access.vocabulary import ALWAYS_IN_SCOPE, JOBS, LINK_PERMITS, SCOPE_PERMITS
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted


def permits_of(by: Actor) -> tuple[str, ...]:
    """The patterns of what the actor may do; empty for a role, link or job that nobody declared.

    A link's role is the link's kind, a job's role is the job's code.
    """
    if by.kind == "system":
        job = JOBS.get(by.role)
        return job.permits if job else ()
    if by.kind == "link":
        return LINK_PERMITS.get(by.role, ())
    role = declared_role(by.role)
    return role.permits if role and role.machine == (by.kind == "partner") else ()


def require_scope(by: Actor, scope: str) -> None:
    """For a page of the citizen's: raises NotPermitted when its reader acts for another and was not given this scope."""
    if not in_scope(by, scope):
        raise NotPermitted(
            "You act for somebody who has not shared this with you.",
            next_step="They can share it under 'People who act for me', or through a team that looks after them.",
        )


def in_scope(by: Actor, permission: str) -> bool:
    """Is this among the matters in which the actor acts for another? Whoever acts for themself is not bound."""
    if by.acting_for is None:
        return True
    given = (pattern for scope in by.scopes for pattern in SCOPE_PERMITS.get(scope, ()))
    return matches(permission, (*ALWAYS_IN_SCOPE, *given))


def may(by: Actor, permission: str) -> bool:
    """Does the actor's role include this action or page? Says nothing yet about any one person."""
    return matches(permission, permits_of(by)) and in_scope(by, permission)


# Whoever lets an app read records must be somebody whose role opens these pages.
_READERS = {"staff": "person.view", "citizen": "me.view"}


def may_read(by: Actor) -> bool:
    """May records be read to this actor through the API? Partners' systems are judged by their scopes alone."""
    return by.kind == "partner" or (by.kind in _READERS and may(by, _READERS[by.kind]))
