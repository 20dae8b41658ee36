"""Who acts? The actor behind an account and its session, or behind a job of the house."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from homeward.access.models import Membership, User
from homeward.access.queries.acting import chosen
from homeward.access.vocabulary import ACTING, JOBS
from homeward.foundation.actions import DIRECT_CARE, Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.in_words import rows_as

CHOSEN = "membership"  # the session's key for the membership chosen


class RoleNotChosen(NotPermitted):
    """The account has more than one role and none was chosen yet."""


def system(job: str) -> Actor:
    """The house itself, doing one declared job."""
    if job not in JOBS:
        raise NotPermitted(f"No job called '{job}' is declared, so it may do nothing. Declare it with declare_job.")
    return Actor(
        user_id=None,
        name="Homeward",
        kind="system",
        organisation="homeward",
        role=job,
        purpose=JOBS[job].words,
    )


def carer_team(user_id: object) -> str:
    """The code under which a carer's own account holds relationships with the people they care for."""
    return f"user:{user_id}"


def actor_of(user: Any, session: Any, *, at: datetime) -> Actor:
    """The actor an account is in this session at that moment. Raises NotPermitted when it has no role, or has not chosen one."""
    if not isinstance(user, User):
        pk = getattr(user, "pk", None)
        user = User.objects.filter(pk=pk).first() if pk else None
    if user is None or not user.is_active:
        raise NotPermitted("You are not signed in.", next_step="Sign in and try again.")
    member = _membership(user, session)
    other = chosen(user.id, session, at=at) if user.kind == User.CITIZEN else None
    return Actor(
        user_id=user.id,
        name=user.name,
        kind="citizen" if user.kind == User.CITIZEN else "staff",
        organisation=member.organisation_code,
        teams=(carer_team(user.id),) if user.kind == User.CITIZEN else tuple(member.team_codes),
        role=member.role_code,
        session=_mark(session),
        person_id=other.person_id if other else user.person_id,
        purpose=f"{ACTING} as their {other.relation[:1].lower()}{other.relation[1:]}" if other else DIRECT_CARE,
        acting_for=other.person_id if other else None,
        scopes=other.scopes if other else (),
    )


def _membership(user: User, session: Mapping[str, Any] | None) -> Membership:
    live = rows_as(Membership, "user_id = %s and ended_at is null order by started_at, id", [user.id])
    chosen = session.get(CHOSEN) if session is not None else None
    for each in live:
        if str(each.id) == chosen or (chosen is None and len(live) == 1):
            return each
    if not live:
        raise NotPermitted(
            "Your account has no role at the moment.",
            next_step="Ask the person who manages accounts in your organisation to give you one.",
        )
    message = "The role you were working in has ended." if chosen else "You have more than one role."
    raise RoleNotChosen(message, next_step="Choose the role you are working in.")


def _mark(session: Any) -> str:
    """A mark that ties openings of one session together without keeping the key that would open it."""
    key = getattr(session, "session_key", None)
    return hashlib.sha256(key.encode()).hexdigest()[:16] if key else ""
