"""What happens when nobody has taken an alert, or whoever took it has not answered? The next rung is told, by name."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.monitoring.actions.held import happened, held, policy_of
from homeward.monitoring.actions.raise_alert import ladder_of, tell
from homeward.monitoring.models import Alert
from homeward.monitoring.queries.person_of import person_of_alert
from homeward.monitoring.rules.ladder import next_rung_at


@action("monitoring.climb", about=person_of_alert)
def climb(*, alert_id: UUID, by: Actor, at: datetime) -> Happening[int]:
    """Tell the next rung; returns its number. Asked again under the lock: what a colleague did first stands (Refused)."""
    stay_id = Alert.objects.values_list("stay_id", flat=True).get(id=alert_id)
    stay = held(stay_id, by=by, visited=True)
    alert = Alert.objects.select_for_update().get(id=alert_id)
    if alert.next_rung_at is None or alert.next_rung_at > at:
        raise Refused("Nothing is due for this alert.")
    ladder = ladder_of(policy_of(stay), alert)
    forgotten = alert.taken_by
    alert.rung = min(alert.rung + 1, len(ladder) - 1)
    alert.taken_at, alert.taken_by, alert.taken_user = None, "", None
    alert.next_rung_at = None
    if alert.rung + 1 < len(ladder):
        step = ladder[alert.rung + 1].after - ladder[alert.rung].after
        alert.next_rung_at = max(at + step, next_rung_at(ladder, alert.rung, raised_at=alert.raised_at) or at + step)
    alert.save()
    told = tell(alert, stay, ladder, at=at)
    facts = {
        "alert": str(alert.id), "kind": alert.kind, "level": alert.level, "rung": alert.rung, "told": told.team,
        "forgotten_by": forgotten,
    }  # fmt: skip
    return happened(stay, alert.rung, facts, teams=(told.team,), alert=alert.id)
