"""Which tables keep visits?"""

from homeward.visits.models.answer import Answer
from homeward.visits.models.encounter import Encounter

__all__ = ["Answer", "Encounter"]
