"""Which tables keep calls, arrivals and what came of them?"""

from homeward.front_door.models.advice import Advice
from homeward.front_door.models.arrival import Arrival
from homeward.front_door.models.call import Call
from homeward.front_door.models.decision import Decision
from homeward.front_door.models.door_bed import DoorBed
from homeward.front_door.models.intention import Intention
from homeward.front_door.models.outcome_check import OutcomeCheck
from homeward.front_door.models.safety_check import SafetyCheck

__all__ = ["Advice", "Arrival", "Call", "Decision", "DoorBed", "Intention", "OutcomeCheck", "SafetyCheck"]
