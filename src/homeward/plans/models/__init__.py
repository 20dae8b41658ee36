"""Which tables keep plans?"""

from homeward.plans.models.entry import Entry
from homeward.plans.models.response import QuestionnaireResponse

__all__ = ["Entry", "QuestionnaireResponse"]
