"""The door to the front door: the advice line, the worklist at the door, and what came of both."""

from homeward.front_door.actions.advise import AdviceDetails, advise
from homeward.front_door.actions.check_back import check_back
from homeward.front_door.actions.end_call import end_call
from homeward.front_door.actions.name_person import name_person
from homeward.front_door.actions.take import take
from homeward.front_door.actions.taken import CallDetails
from homeward.front_door.queries.call_view import AdviceView, CallView, HeardView, call_view
from homeward.front_door.queries.declared import doors_of, line_called, lines_of
from homeward.front_door.queries.line_board import CallRow, LineBoard, line_board
from homeward.front_door.queries.outcomes_of import OutcomeView, after_words
from homeward.front_door.queries.person_of import call_with_key, person_of_call
from homeward.front_door.rules.ringing_first import signs_asked
from homeward.front_door.vocabulary import FOUND, HEARD_BACK

__all__ = [
    "FOUND",
    "HEARD_BACK",
    "AdviceDetails",
    "AdviceView",
    "CallDetails",
    "CallRow",
    "CallView",
    "HeardView",
    "LineBoard",
    "OutcomeView",
    "advise",
    "after_words",
    "call_view",
    "call_with_key",
    "check_back",
    "doors_of",
    "end_call",
    "line_board",
    "line_called",
    "lines_of",
    "name_person",
    "person_of_call",
    "signs_asked",
    "take",
]
