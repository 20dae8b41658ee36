"""The door to monitoring: stays on virtual wards, observations, alerts and who is told."""

from homeward.monitoring.actions.admit import admit
from homeward.monitoring.actions.answer import answer, take
from homeward.monitoring.actions.climb import climb
from homeward.monitoring.actions.observe import Observed, observe
from homeward.monitoring.models import Gap, Stay
from homeward.monitoring.queries.joining import Joiner, Joining, WardPlaces, joining, may_join, places
from homeward.monitoring.queries.person_of import person_of_alert, person_of_set, person_of_stay
from homeward.monitoring.queries.stay import AlertView, SetView, StayView, open_stays_of, stay_page
from homeward.monitoring.queries.ward import AlertBrief, WardRow, ward
from homeward.monitoring.rules.scoring import parts_asked
from homeward.monitoring.vocabulary import CAME_FROM, SOURCES

__all__ = [
    "CAME_FROM",
    "SOURCES",
    "AlertBrief",
    "AlertView",
    "Gap",
    "Joiner",
    "Joining",
    "Observed",
    "SetView",
    "Stay",
    "StayView",
    "WardPlaces",
    "WardRow",
    "admit",
    "answer",
    "climb",
    "joining",
    "may_join",
    "observe",
    "open_stays_of",
    "parts_asked",
    "person_of_alert",
    "person_of_set",
    "person_of_stay",
    "places",
    "stay_page",
    "take",
    "ward",
]
