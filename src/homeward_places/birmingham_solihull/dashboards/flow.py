"""Do people leave hospital when they are ready?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

FLOW_AND_DISCHARGE = Dashboard(
    code="flow-and-discharge",
    title="Flow and discharge",
    question="Do people leave hospital when they are ready, and go home?",
    numbers=(
        BoardNumber(measure="older-people-admitted", why="Who needed a bed at all, age for age."),
        BoardNumber(measure="no-criteria-to-reside", why="Who is in a bed that no longer helps them?"),
        BoardNumber(measure="discharge-delay", why="The wait that people feel.", safety="still-home-91-days"),
        BoardNumber(measure="left-on-ready-day", why="The wait that nobody should have."),
        BoardNumber(measure="home-not-long-term-care", why="Where they went.", safety="still-home-91-days"),
        BoardNumber(measure="still-home-91-days", why="Whether it lasted."),
        BoardNumber(measure="care-need-reduction", why="Whether recovery worked."),
        BoardNumber(measure="mental-health-response-time", why="One of the waits inside the wait."),
    ),
    feeds=("hospital-wards", "home-care-capacity", "recovery-beds-capacity"),
    order=20,
    owner=HOSPITALS,
    review_by=SPRING,
)  # fmt: skip
