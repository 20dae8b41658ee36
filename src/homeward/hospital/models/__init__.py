"""Which tables keep hospital stays and the way home?"""

from homeward.hospital.models.bed_goal import BedGoal
from homeward.hospital.models.bed_stay import BedStay
from homeward.hospital.models.choice import Choice
from homeward.hospital.models.criterion import Criterion
from homeward.hospital.models.delay import Delay
from homeward.hospital.models.description import Description
from homeward.hospital.models.feed_row import FeedRow
from homeward.hospital.models.follow_up import FollowUp
from homeward.hospital.models.home_care import HomeCare
from homeward.hospital.models.home_care_change import HomeCareChange
from homeward.hospital.models.home_care_offer import HomeCareOffer
from homeward.hospital.models.stay import Stay
from homeward.hospital.models.ward_period import WardPeriod

__all__ = [
    "BedGoal",
    "BedStay",
    "Choice",
    "Criterion",
    "Delay",
    "Description",
    "FeedRow",
    "FollowUp",
    "HomeCare",
    "HomeCareChange",
    "HomeCareOffer",
    "Stay",
    "WardPeriod",
]
