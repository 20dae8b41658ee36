"""What does the house raise by the clock: observations that did not come, and a day without a senior's review?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.foundation.moments import said_span
from homeward.grammar.api import MonitoringPolicy, Watch
from homeward.monitoring.actions.held import happened, held, policy_of
from homeward.monitoring.actions.raise_alert import raise_alert
from homeward.monitoring.models import Alert, Gap, Stay
from homeward.monitoring.queries.person_of import person_of_stay
from homeward.monitoring.vocabulary import Kind


@action("monitoring.miss", about=person_of_stay)
def miss(*, stay_id: UUID, kind: Kind, by: Actor, at: datetime) -> Happening[UUID]:
    """Raise the alert that is due for this stay; asked again under its lock (Refused when a colleague was quicker)."""
    stay = held(stay_id, by=by)
    policy = policy_of(stay)
    due, watch, words = _due(stay, policy, kind, at)
    standing = Alert.objects.filter(stay=stay, kind=kind, closed_at=None).exists()
    gap = kind == "late" and Gap.objects.filter(stay=stay, ended_at=None, until_at__gt=at).exists()
    if stay.state != "on" or due is None or due + watch.grace > at or standing or gap:
        raise Refused("Nothing is due.")
    Gap.objects.filter(stay=stay, ended_at=None, until_at__lte=at).update(ended_at=at, ended_by=by.name)
    alert = raise_alert(stay=stay, policy=policy, kind=kind, level=watch.level, words=words, by=by, at=at)
    return happened(stay, alert, {"kind": kind, "due_at": due.isoformat(), "alert": str(alert)})


def _due(stay: Stay, policy: MonitoringPolicy, kind: Kind, at: datetime) -> tuple[datetime | None, Watch, str]:
    if kind == "late":
        since = said_span(at - stay.next_due_at) if stay.next_due_at else ""
        return stay.next_due_at, policy.late, f"A whole set of observations has been due for {since}."
    last = f"last by {stay.reviewed_by}" if stay.reviewed_by else "none since they joined"
    return stay.review_due_at, policy.review, f"No senior clinician has reviewed them in time: {last}."
