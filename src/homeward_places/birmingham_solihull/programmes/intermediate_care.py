"""What is the programme 'intermediate care'?"""

from homeward.grammar.api import Deliverable, Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

INTERMEDIATE_CARE = Programme(
    code="intermediate-care",
    title="Intermediate care",
    plain_words="Help at home instead of hospital, and the way home from hospital.",
    services=(
        "urgent-community-response",
        "early-intervention-community-team",
        "opal-front-door",
        "opad-beds",
        "opal-plus-advice-line",
        "transfer-of-care-hub",
        "home-care",
        "recovery-beds",
        "virtual-ward-frailty",
        "virtual-ward-respiratory",
    ),
    measures=(
        "two-hour-response",
        "admissions-avoided",
        "discharge-delay",
        "care-need-reduction",
    ),
    deliverables=(
        Deliverable(
            code="one-locality-service",
            title="Locality-based intermediate care service tested and evaluated in one locality",
        ),
    ),
    owner=BOARD,
    review_by=AUTUMN,
)
