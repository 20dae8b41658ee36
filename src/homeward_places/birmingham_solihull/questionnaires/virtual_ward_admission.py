"""Is it safe and agreed to give hospital care at home?"""

from datetime import timedelta

from homeward.grammar.api import Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    delirium_score,
    news2_total,
    way_in,
    what_matters,
)

VIRTUAL_WARD_ADMISSION = Questionnaire(
    code="virtual-ward-admission",
    title="Joining the virtual ward",
    plain_words="Who is in charge, what is watched, and what happens if things get worse.",
    items=(
        what_matters("what-matters"),
        Item(link_id="agreed", text="Has the person agreed to be cared for at home?", type="boolean", required=True),
        Item(link_id="consultant", text="Senior clinician in charge", type="string", required=True),
        news2_total("news2"),
        delirium_score("4at"),
        Item(link_id="watching", text="What is watched, and how often?", type="text", required=True),
        Item(link_id="if-worse", text="If it gets worse: what, who and where?", type="text", required=True),
        Item(link_id="equipment", text="What equipment is in the house?", type="text"),
        way_in("way-in"),
    ),
    assessment="virtual-ward",
    valid_for=timedelta(days=14),
    owner=HOSPITALS,
    review_by=SPRING,
)
