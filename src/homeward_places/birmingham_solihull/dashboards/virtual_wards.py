"""Are the virtual wards used, and used safely?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

VIRTUAL_WARDS = Dashboard(
    code="virtual-wards",
    title="Virtual wards",
    question="Are the virtual wards used, and are people on them safe?",
    numbers=(BoardNumber(measure="frailty-virtual-ward-use", why="Places that stand empty help nobody."),),
    feeds=("frailty-readings",),
    order=40,
    owner=COMMUNITY,
    review_by=SPRING,
)
