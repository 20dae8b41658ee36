"""Whose care is compared with everybody's in the town?"""

from homeward.grammar.api import ConditionGroup
from tests.places.millbrook import OWNER, REVIEW

LEARNING = ConditionGroup(
    code="learning",
    group="learning_disability",
    title="Learning disability",
    codes=("110359009",),
    source="The town council",
    cannot_tell="Who has one that nobody wrote down",
    owner=OWNER,
    review_by=REVIEW,
)
ILLNESS = ConditionGroup(
    code="illness",
    group="severe_mental_illness",
    title="Severe mental illness",
    codes=("58214004",),
    source="The town council",
    cannot_tell="Who is well now",
    owner=OWNER,
    review_by=REVIEW,
)
