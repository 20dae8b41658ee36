"""The door to visits: planning them, recording the contact once, and the round."""

from homeward.visits.actions.assign import assign
from homeward.visits.actions.keep_answers import Told, keep_told, keep_worked_out, replace_told
from homeward.visits.actions.not_seen import not_seen
from homeward.visits.actions.plan import plan
from homeward.visits.actions.record_contact import record_contact
from homeward.visits.actions.start import start
from homeward.visits.actions.without_signal import Offline
from homeward.visits.models import Encounter
from homeward.visits.queries.at_the_door import AtTheDoor, at_the_door
from homeward.visits.queries.care import Care, care
from homeward.visits.queries.facts_known import facts_known
from homeward.visits.queries.forms_recorded import RecordedForm, forms_recorded
from homeward.visits.queries.my_visits import ROUND_MOST, RoundRow, my_visits
from homeward.visits.queries.my_work import Item, MyWork, PersonWork, my_work
from homeward.visits.queries.of_person import VisitsOfPerson, coming_to, visits_of_person
from homeward.visits.queries.open_of_team import open_of_team
from homeward.visits.queries.person_of import encounter_with_key, person_of_answer, person_of_encounter, person_of_told
from homeward.visits.queries.told_of import ToldRow, told_of
from homeward.visits.queries.visits_of import (
    Fact,
    VisitView,
    answers_at,
    answers_given,
    facts_by_id,
    said,
    told_on,
    visit,
    visits_of,
)
from homeward.visits.rules.answers import NUMBERS, Given, Value, asked, faults, given, parts, shown
from homeward.visits.rules.stretch import WRITES_UP, Stretch, stretch_of
from homeward.visits.vocabulary import NOT_SEEN, WAYS

__all__ = [
    "NOT_SEEN",
    "NUMBERS",
    "WAYS",
    "WRITES_UP",
    "AtTheDoor",
    "Care",
    "Encounter",
    "Fact",
    "Given",
    "Item",
    "MyWork",
    "Offline",
    "PersonWork",
    "RecordedForm",
    "ROUND_MOST",
    "RoundRow",
    "Stretch",
    "Told",
    "ToldRow",
    "Value",
    "VisitView",
    "VisitsOfPerson",
    "answers_at",
    "answers_given",
    "assign",
    "asked",
    "at_the_door",
    "care",
    "encounter_with_key",
    "facts_by_id",
    "facts_known",
    "faults",
    "forms_recorded",
    "given",
    "keep_told",
    "keep_worked_out",
    "open_of_team",
    "my_visits",
    "my_work",
    "not_seen",
    "person_of_answer",
    "person_of_encounter",
    "parts",
    "person_of_told",
    "plan",
    "record_contact",
    "replace_told",
    "said",
    "shown",
    "start",
    "stretch_of",
    "told_of",
    "told_on",
    "visit",
    "visits_of",
    "coming_to",
    "visits_of_person",
]
