"""Which tables keep those who are watched at home?"""

from homeward.monitoring.models.alert import Alert
from homeward.monitoring.models.duty import Duty
from homeward.monitoring.models.gap import Gap
from homeward.monitoring.models.observation_set import ObservationSet
from homeward.monitoring.models.review import Review
from homeward.monitoring.models.stay import Stay
from homeward.monitoring.models.telling import Telling

__all__ = ["Alert", "Duty", "Gap", "ObservationSet", "Review", "Stay", "Telling"]
