"""Which scores does the house know, by name?"""

from collections.abc import Mapping
from types import MappingProxyType

from homeward.plans.rules.scores.akps import AKPS
from homeward.plans.rules.scores.barthel import BARTHEL
from homeward.plans.rules.scores.cfs import CFS
from homeward.plans.rules.scores.four_at import FOUR_AT
from homeward.plans.rules.scores.ipos import IPOS
from homeward.plans.rules.scores.news2 import NEWS2
from homeward.plans.rules.scores.phase_of_illness import PHASE_OF_ILLNESS
from homeward.plans.rules.scores.score import Score

SCORES: Mapping[str, Score] = MappingProxyType(
    {each.name: each for each in (NEWS2, CFS, FOUR_AT, AKPS, IPOS, PHASE_OF_ILLNESS, BARTHEL)}
)
