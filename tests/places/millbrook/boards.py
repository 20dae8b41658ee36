"""Which board does the town look at, and who sends what it rests on?"""

from datetime import timedelta

from homeward.grammar.api import BoardNumber, Dashboard, Feed
from tests.places.millbrook import OWNER, REVIEW

TOWN_BOARD = Dashboard(
    code="town-board",
    title="How the town is doing",
    question="Does help come soon?",
    numbers=(BoardNumber(measure="swift", why="What people ask for first."),),
    feeds=("beds-told",),
    owner=OWNER,
    review_by=REVIEW,
)
BEDS_TOLD = Feed(
    code="beds-told",
    title="Cottage beds",
    partner=OWNER,
    way="capacity",
    sources=("cottage-beds",),
    every=timedelta(hours=12),
    owner=OWNER,
    review_by=REVIEW,
)
