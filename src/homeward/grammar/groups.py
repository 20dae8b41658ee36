"""Which conditions on record put a person in a group whose care is compared with everybody else's?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

# The groups by which every number is cut beside deprivation and ethnicity (NHS England, Core20PLUS5).
Group = Literal["learning_disability", "severe_mental_illness"]


@dataclass(frozen=True, kw_only=True)
class ConditionGroup(Declaration):
    """People with a condition on record, not ended, whose code is one of `codes` (SNOMED CT, without the system).

    Somebody whose partners share conditions and none of these has 'none on record'; of everybody else it is not known.
    """

    group: Group
    title: str = field(metadata=WORDING)
    codes: tuple[str, ...]
    ended: tuple[str, ...] = ("resolved", "inactive", "remission", "entered-in-error")
    source: str = field(metadata=WORDING)
    cannot_tell: str = field(metadata=WORDING)
