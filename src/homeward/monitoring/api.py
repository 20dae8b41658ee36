"""The door to monitoring: stays on virtual wards, observations, alerts and who is told."""

from homeward.monitoring.actions.admit import admit
from homeward.monitoring.actions.answer import answer, take
from homeward.monitoring.actions.climb import climb
from homeward.monitoring.actions.duty import end_duty, take_duty
from homeward.monitoring.actions.gaps import begin_gap, end_gap, longest_gap
from homeward.monitoring.actions.hospital import step_down, step_up
from homeward.monitoring.actions.leave import leave
from homeward.monitoring.actions.look import look
from homeward.monitoring.actions.observe import Observed, observe
from homeward.monitoring.actions.review import review
from homeward.monitoring.actions.set_scale import set_scale
from homeward.monitoring.actions.strike import strike
from homeward.monitoring.models import Gap, Stay
from homeward.monitoring.queries.burden import Burden, Burdens, burden
from homeward.monitoring.queries.findings import findings_of_sets, person_of_finding
from homeward.monitoring.queries.joining import Joiner, Joining, WardPlaces, joining, may_join, places, watched
from homeward.monitoring.queries.not_joined import not_joined
from homeward.monitoring.queries.on_duty import OnDuty, on_duty
from homeward.monitoring.queries.open_alerts import OpenAlert, open_alerts
from homeward.monitoring.queries.own import OwnStay, own_stay
from homeward.monitoring.queries.person_of import person_of_alert, person_of_set, person_of_stay
from homeward.monitoring.queries.stay import AlertView, SetView, StayView, open_stays_of, stay_of_alert, stay_page
from homeward.monitoring.queries.tellings import NamedTelling, tellings_of
from homeward.monitoring.queries.unread import Unread, unread
from homeward.monitoring.queries.ward import WANTED, AlertBrief, Ward, WardRow, ward
from homeward.monitoring.rules.scoring import parts_asked
from homeward.monitoring.vocabulary import CAME_FROM, SOURCES

__all__ = [
    "CAME_FROM",
    "SOURCES",
    "WANTED",
    "AlertBrief",
    "AlertView",
    "Burden",
    "Burdens",
    "Gap",
    "Joiner",
    "Joining",
    "NamedTelling",
    "Observed",
    "OnDuty",
    "OpenAlert",
    "OwnStay",
    "SetView",
    "Stay",
    "StayView",
    "Unread",
    "Ward",
    "WardPlaces",
    "WardRow",
    "admit",
    "answer",
    "begin_gap",
    "burden",
    "climb",
    "end_duty",
    "end_gap",
    "findings_of_sets",
    "joining",
    "leave",
    "longest_gap",
    "look",
    "may_join",
    "not_joined",
    "observe",
    "on_duty",
    "open_alerts",
    "open_stays_of",
    "own_stay",
    "parts_asked",
    "person_of_alert",
    "person_of_finding",
    "person_of_set",
    "person_of_stay",
    "places",
    "review",
    "set_scale",
    "stay_of_alert",
    "stay_page",
    "step_down",
    "step_up",
    "strike",
    "take",
    "take_duty",
    "tellings_of",
    "unread",
    "ward",
    "watched",
]
