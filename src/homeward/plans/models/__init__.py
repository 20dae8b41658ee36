"""Which tables keep plans?"""

from homeward.plans.models.care_plan import CarePlan
from homeward.plans.models.entry import Entry
from homeward.plans.models.line import Line
from homeward.plans.models.line_change import LineChange
from homeward.plans.models.response import QuestionnaireResponse
from homeward.plans.models.share import TrustedShare
from homeward.plans.models.share_note import ShareNote
from homeward.plans.models.stance import Stance

__all__ = ["CarePlan", "Entry", "Line", "LineChange", "QuestionnaireResponse", "ShareNote", "Stance", "TrustedShare"]
