"""May this actor do this at all?"""

from homeward.access.queries.declared_role import declared_role
from homeward.access.rules.permission import matches
from homeward.access.vocabulary import JOBS, LINK_PERMITS
from homeward.foundation.actions import Actor


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


def may(by: Actor, permission: str) -> bool:
    """Does the actor's role include this action or page? Says nothing yet about any one person."""
    return matches(permission, permits_of(by))
