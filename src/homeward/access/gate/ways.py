"""In which ways may the gate be opened? One person, a worklist, a search, a link, an audit, or a named job."""

from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection

from homeward.access.actors import system
from homeward.access.gate import frame
from homeward.access.gate.opening import opened, statement
from homeward.access.queries.declared_role import declared_role
from homeward.access.queries.may import may
from homeward.access.queries.partners import objectionable
from homeward.access.rules.permission import ground
from homeward.access.vocabulary import JOBS, Job
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted


def person(person_id: UUID, *, by: Actor, at: datetime, why: str = "") -> AbstractContextManager[None]:
    """One person's record, for an actor with a ground to open it. Raises NotPermitted on entry otherwise."""
    doing = frame.action.get()
    found = ground(
        verb=doing.verb if doing else "",
        kind=by.kind,
        needs_relationship=needs_relationship(by),
        own_record=by.person_id == person_id and not by.acting_for,
        bound_to_other=by.person_id is not None and by.person_id != person_id,
    )
    if found == "none":
        raise NotPermitted(
            "This link is not for that person.",
            next_step="Use the link that was sent about them.",
        )
    if by.kind == "link" and by.subject is not None and by.person_id == person_id:
        return link(by=by, at=at, why=why)
    related_to = by.teams if found == "relationship" else None
    care, partners = objectionable(by) if found != "oversight" else (None, ())
    return opened(
        mode="person", by=by, at=at, why=why, person_id=person_id, related_to=related_to, care=care, partners=partners
    )


def opened_for(person_id: UUID, *, by: Actor, at: datetime, why: str = "") -> AbstractContextManager[None]:
    """The person's record open: as it stands when it is, else opened now. Raises NotPermitted on entry.

    A page or an action opens a record once; what it calls does not open it again.
    """
    return nullcontext() if frame.holds(person_id) or _open_now(person_id) else person(person_id, by=by, at=at, why=why)


def _open_now(person_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select gate.person() = %s or gate.is_job()", [person_id])
        return bool(cursor.fetchone()[0])


def link(*, by: Actor, at: datetime, why: str = "") -> AbstractContextManager[None]:
    """The one person and one subject that a link was made for."""
    if by.kind != "link" or by.person_id is None or by.subject is None:
        raise NotPermitted(
            "This link is not about a person.",
            next_step="Ask whoever sent it for a new one.",
        )
    words = why or "followed a link"
    return opened(
        mode="link",
        by=by,
        at=at,
        why=words,
        person_id=by.person_id,
        subject_id=by.subject,
    )


def worklist(*, by: Actor, at: datetime, what: str) -> AbstractContextManager[None]:
    """The people whom the actor's teams look after, for a list such as the hub board. `what` names the list.

    For a carer, whose account is no patient's own: the people whom they asked for help for.
    """
    carer = by.kind == "citizen" and by.person_id is None
    if by.kind != "staff" and not carer:
        raise NotPermitted("Lists of people are for staff.", next_step="Sign in with a staff account.")
    return opened(mode="worklist", by=by, at=at, why=what)


def search(*, by: Actor, at: datetime, what: str) -> AbstractContextManager[None]:
    """Looking for a person by name or number: only search functions that call gate.require('search') can see rows."""
    if by.kind not in ("staff", "partner", "system"):
        raise NotPermitted(
            "Only staff can search for people.",
            next_step="Sign in with a staff account.",
        )
    return opened(mode="search", by=by, at=at, why=what)


def audit(*, by: Actor, at: datetime, why: str) -> AbstractContextManager[None]:
    """The access log and the event log, for information governance. No other table opens."""
    if not may(by, "audit.view"):
        raise NotPermitted(
            "Your role does not open the access log.",
            next_step="Ask information governance.",
        )
    return opened(mode="audit", by=by, at=at, why=why)


def job(
    code: str, *, by: Actor | None = None, at: datetime | None = None, why: str = ""
) -> AbstractContextManager[None]:
    """Every row, for a declared background job. A page may run only jobs declared for pages."""
    actor = by or system(code)
    words = why or _declared(code).words
    # A job started by nobody in particular has no moment given to it, so the log's own clock is the only one there is.
    return opened(mode="job", by=actor, at=at or datetime.now(UTC), why=words)


def job_elsewhere(code: str, *, at: datetime) -> str:
    """The statement by which a second connection of a declared job opens the gate for its own transaction."""
    return statement(mode="job", by=system(code), at=at, why=_declared(code).words)


def _declared(code: str) -> Job:
    found = JOBS.get(code)
    if found is None or (frame.page.get() and not found.pages):
        raise NotPermitted("That is the work of a background job, not of a page.")
    return found


def needs_relationship(by: Actor) -> bool:
    """Does the actor's role look only after people it has a relationship with? Unknown roles do."""
    role = declared_role(by.role) if by.kind in ("staff", "partner", "citizen") else None
    return role is None or role.needs_relationship
