"""Which tables keep hospital stays and the way home?"""

from homeward.hospital.models.criterion import Criterion
from homeward.hospital.models.stay import Stay
from homeward.hospital.models.ward_period import WardPeriod

__all__ = ["Criterion", "Stay", "WardPeriod"]
