"""Are the virtual wards used, and used safely?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

VIRTUAL_WARDS = Dashboard(
    code="virtual-wards",
    title="Virtual wards",
    question="Are the virtual wards used, and are the people on them safe?",
    numbers=(
        BoardNumber(measure="frailty-virtual-ward-use", why="Places that stand empty help nobody.", safety="admissions-avoided-7-days"),
        BoardNumber(measure="respiratory-virtual-ward-use", why="The same for people whose breathing is ill.", safety="admissions-avoided-7-days"),
        BoardNumber(measure="admissions-avoided", why="Whether a ward at home is a ward instead.", safety="admissions-avoided-7-days"),
        BoardNumber(measure="admissions-avoided-7-days", why="Whether staying at home lasted."),
    ),
    feeds=("frailty-readings", "respiratory-readings"),
    order=40,
    owner=COMMUNITY,
    review_by=SPRING,
)  # fmt: skip
