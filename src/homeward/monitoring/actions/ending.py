"""What happens to a stay when the person has died or the care that it hangs on has ended? Part of the event that did it."""

from datetime import datetime
from typing import get_args
from uuid import UUID

from django.db.models import Q

from homeward.access.api import relationships
from homeward.capacity import api as capacity
from homeward.episodes import api as episodes
from homeward.foundation.errors import NotFound
from homeward.monitoring.actions.close_alert import causes_gone
from homeward.monitoring.actions.held import house
from homeward.monitoring.models import Alert, Gap, Stay
from homeward.monitoring.models.stay import OPEN, VISITED
from homeward.monitoring.vocabulary import Kind


def end_stays(*, words: str, at: datetime, person_id: UUID | None = None, episode_id: UUID | None = None) -> int:
    """End the open stays of this person, or of this episode; returns how many.

    An alert from a visit outlasts the episode that the visit ended: it is still somebody's to answer.
    """
    whose = Q(person_id=person_id) if person_id is not None else Q(episode_id=episode_id)
    found = list(Stay.objects.select_for_update().filter(whose, state__in=(*OPEN, VISITED)))
    ending = [each for each in found if person_id is not None or each.state != VISITED or not _alerted(each)]
    for stay in ending:
        end_one(stay, words=words, at=at)
    return len(ending)


def end_when_answered(stay: Stay, *, at: datetime) -> None:
    """Whoever was measured at a visit is held here while an alert is open, and no longer than the care goes on. Part of an action."""
    if stay.state != VISITED or _alerted(stay):
        return
    care = episodes.episode(stay.episode_id) if stay.episode_id else None
    if care is None or care.closed_at is not None:
        end_one(stay, words="The alert is answered, and that care has ended.", at=at)


def _alerted(stay: Stay) -> bool:
    return Alert.objects.filter(stay=stay, closed_at=None).exists()


def end_one(stay: Stay, *, words: str, at: datetime) -> None:
    """Nothing is due any more, no alert climbs, the place is given back, and the team's right to open the record ends."""
    causes_gone(stay, get_args(Kind), who="Homeward", words=words, at=at)
    Gap.objects.filter(stay=stay, ended_at=None).update(ended_at=at, ended_by="Homeward")
    stay.state, stay.ended_at, stay.next_due_at, stay.review_due_at = "ended", at, None, None
    stay.save()
    if stay.booking_id is not None:
        try:
            capacity.release(booking_id=stay.booking_id, by=house(), at=at, why="left the ward")
        except NotFound:  # the ledger gave it back with the need
            pass
    relationships.end(stay.id, at=at)
