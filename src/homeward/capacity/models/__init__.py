"""Which tables keep capacity?"""

from homeward.capacity.models.booking import Booking
from homeward.capacity.models.card_run import CardRun
from homeward.capacity.models.change import Change
from homeward.capacity.models.expectation import Expectation
from homeward.capacity.models.line import Line
from homeward.capacity.models.nudge import Nudge
from homeward.capacity.models.pressure import Pressure
from homeward.capacity.models.report import Report
from homeward.capacity.models.standing import Standing
from homeward.capacity.models.step_done import StepDone
from homeward.capacity.models.unit import Unit
from homeward.capacity.models.unmet import Unmet

__all__ = [
    "Booking",
    "CardRun",
    "Change",
    "Expectation",
    "Line",
    "Nudge",
    "Pressure",
    "Report",
    "Standing",
    "StepDone",
    "Unit",
    "Unmet",
]
