"""Do the partners' feeds come, whole and in time?"""

from homeward.grammar.api import Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

FEED_HEALTH = Dashboard(
    code="feed-health",
    title="Feed health",
    question="Does what the numbers rest on come, whole and in time?",
    feeds=(
        "hospital-records", "community-records", "hospital-wards", "hospice-messages", "urgent-visits-capacity", "recovery-beds-capacity",
        "home-care-capacity", "frailty-readings", "respiratory-readings",
    ),
    order=90,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip
