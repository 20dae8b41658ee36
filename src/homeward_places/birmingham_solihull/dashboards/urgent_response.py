"""Does urgent help at home come in time?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

URGENT_RESPONSE = Dashboard(
    code="urgent-response",
    title="Urgent response",
    question="Does urgent help at home come within two hours, and are people safe afterwards?",
    numbers=(
        BoardNumber(measure="two-hour-response", why="The national standard.", safety="safe-after-response"),
        BoardNumber(measure="safe-after-response", why="Speed that ends in hospital later is no help."),
        BoardNumber(measure="call-before-convey", why="Crews who ring first can leave people safely at home.", safety="not-conveyed-safely"),
        BoardNumber(measure="not-conveyed-safely", why="Whether staying at home was right."),
        BoardNumber(measure="admissions-avoided", why="What it is all for.", safety="admissions-avoided-7-days"),
        BoardNumber(measure="self-referral-share", why="Can people reach help by themselves?"),
        BoardNumber(measure="passed-on", why="Nobody should be sent from door to door."),
        BoardNumber(measure="first-human", why="How long until somebody was there."),
    ),
    feeds=("urgent-visits-capacity",),
    order=30,
    owner=COMMUNITY,
    review_by=SPRING,
)  # fmt: skip
