"""By which conditions on record is somebody known to be in a group that is often served worse? Short lists of SNOMED CT.

NHS England's Core20PLUS5 names both groups. The national reference sets of the Quality and Outcomes Framework are longer
and need a licence.
"""

from homeward.grammar.api import ConditionGroup
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

SOURCE = "NHS England, Core20PLUS5 (adults); short lists of codes of our own, to be replaced by the national reference sets"

LEARNING_DISABILITY = ConditionGroup(
    code="learning-disability",
    group="learning_disability",
    title="Learning disability",
    codes=(
        "110359009", "86765009", "61152003", "40700009", "31216003", "41040004", "416075005", "984661000000105",
        "984671000000103", "984681000000101", "508171000000105", "931001000000105", "889211000000104",
    ),
    source=SOURCE,
    cannot_tell="Who has a learning disability that no partner recorded, which is many people",
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip
SEVERE_MENTAL_ILLNESS = ConditionGroup(
    code="severe-mental-illness",
    group="severe_mental_illness",
    title="Severe mental illness",
    codes=("391193001", "58214004", "13746004", "69322001", "68890003", "191525009"),
    source=SOURCE,
    cannot_tell="Whether somebody is well now: the diagnosis stays on record",
    owner=BOARD,
    review_by=SPRING,
)
