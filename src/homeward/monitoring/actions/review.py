"""How is the daily review made? By a senior clinician, in words; nobody else's word counts as one."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.moments import said_span
from homeward.monitoring.actions.close_alert import causes_gone
from homeward.monitoring.actions.held import happened, held, looked, policy_of
from homeward.monitoring.models import Review
from homeward.monitoring.queries.person_of import person_of_stay


@action("monitoring.review", about=person_of_stay)
def review(*, stay_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Keep a senior's review; the next is due a day later. Raises NotPermitted for a role that may not make it, Invalid."""
    stay = held(stay_id, by=by)
    policy = policy_of(stay)
    if by.role not in policy.senior_roles:
        roles = directory.place().roles
        names = " or ".join(roles[code].title.lower() for code in policy.senior_roles if code in roles)
        raise NotPermitted(
            f"The daily review is for a {names} to make.",
            next_step="Ring the senior on duty and ask them to review them.",
        )
    if not words.strip():
        raise Invalid({"words": "Write what you found and what is to be done until tomorrow."})
    due = at + policy.review_every
    row = Review.objects.create(
        id=new_id(), stay=stay, person_id=stay.person_id, at=at, user_id=by.user_id, actor_name=by.name, role=by.role,
        words=words.strip(), next_due_at=due,
    )  # fmt: skip
    stay.reviewed_at, stay.reviewed_by, stay.review_due_at = at, by.name, due
    looked(stay, by=by, at=at)
    stay.save()
    causes_gone(stay, ("review",), who=by.name, words=f"Reviewed, {said_span(policy.review_every)} to the next.", at=at)
    return happened(stay, row.id, {"review": str(row.id), "due_at": due.isoformat()})
