"""How does an alert end: by a colleague's answer, or because its cause is gone?"""

from collections.abc import Iterable
from datetime import datetime

from homeward.access.api import relationships
from homeward.monitoring.models import Alert, Stay
from homeward.monitoring.vocabulary import Kind


def close_alert(
    alert: Alert, *, who: str, words: str, at: datetime, answer: str = "", helped: bool | None = None
) -> None:
    """It climbs no further, and the teams that were told of it need the record no longer for it. Part of an action."""
    alert.closed_at, alert.closed_by, alert.closed_words = at, who, words
    alert.answer_code, alert.helped, alert.next_rung_at = answer, helped, None
    alert.save()
    relationships.end(alert.id, at=at)


def causes_gone(stay: Stay, kinds: Iterable[Kind], *, who: str, words: str, at: datetime) -> int:
    """Close the open alerts of these kinds, because what they warned of is no longer so; returns how many."""
    found = list(Alert.objects.select_for_update().filter(stay=stay, kind__in=list(kinds), closed_at=None))
    for alert in found:
        close_alert(alert, who=who, words=words, at=at)
    return len(found)
