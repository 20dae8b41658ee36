"""Which tables keep capacity?"""

from homeward.capacity.models.booking import Booking
from homeward.capacity.models.line import Line
from homeward.capacity.models.report import Report
from homeward.capacity.models.unit import Unit
from homeward.capacity.models.unmet import Unmet

__all__ = ["Booking", "Line", "Report", "Unit", "Unmet"]
