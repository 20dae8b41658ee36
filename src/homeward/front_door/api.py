"""The door to the front door: the advice line, the worklist at the door, and what came of both."""

from homeward.front_door.actions.advise import AdviceDetails, advise
from homeward.front_door.actions.arrive import ArrivalDetails, arrive
from homeward.front_door.actions.check_back import check_back
from homeward.front_door.actions.decide import decide
from homeward.front_door.actions.end_call import end_call
from homeward.front_door.actions.find_due import find_outcomes
from homeward.front_door.actions.intend import intend
from homeward.front_door.actions.leave_bed import leave_bed
from homeward.front_door.actions.move_bed import move_bed
from homeward.front_door.actions.name_person import name_person
from homeward.front_door.actions.take import take
from homeward.front_door.actions.take_bed import take_bed
from homeward.front_door.actions.taken import CallDetails
from homeward.front_door.actions.undo_bed import undo_bed
from homeward.front_door.queries.arrival_view import ArrivalView, arrival_view
from homeward.front_door.queries.behind import STATUSES, Behind, BehindRow, behind
from homeward.front_door.queries.call_view import AdviceView, CallView, HeardView, call_view
from homeward.front_door.queries.declared import door_called, doors_of, line_called, lines_of
from homeward.front_door.queries.door_beds import BedsBoard, DoorBedRow, beds_boards, services_of
from homeward.front_door.queries.door_board import ArrivalRow, DoorBoard, door_board
from homeward.front_door.queries.free_beds import FreeBeds
from homeward.front_door.queries.line_board import CallRow, LineBoard, line_board
from homeward.front_door.queries.outcomes_of import OutcomeView, after_words
from homeward.front_door.queries.person_of import arrival_with_key, call_with_key, person_of_arrival, person_of_call
from homeward.front_door.queries.results import Result, results
from homeward.front_door.rules.ringing_first import signs_asked
from homeward.front_door.rules.wilson import Share, wilson
from homeward.front_door.vocabulary import FOUND, HEARD_BACK

__all__ = [
    "AdviceDetails",
    "AdviceView",
    "ArrivalDetails",
    "ArrivalRow",
    "ArrivalView",
    "Behind",
    "BedsBoard",
    "BehindRow",
    "CallDetails",
    "CallRow",
    "CallView",
    "DoorBedRow",
    "DoorBoard",
    "FOUND",
    "FreeBeds",
    "HEARD_BACK",
    "HeardView",
    "LineBoard",
    "OutcomeView",
    "Result",
    "STATUSES",
    "Share",
    "advise",
    "after_words",
    "arrival_view",
    "arrival_with_key",
    "arrive",
    "beds_boards",
    "behind",
    "call_view",
    "call_with_key",
    "check_back",
    "decide",
    "door_board",
    "door_called",
    "doors_of",
    "end_call",
    "find_outcomes",
    "intend",
    "leave_bed",
    "line_board",
    "line_called",
    "lines_of",
    "move_bed",
    "name_person",
    "person_of_arrival",
    "person_of_call",
    "results",
    "services_of",
    "signs_asked",
    "take",
    "take_bed",
    "undo_bed",
    "wilson",
]
