"""When are the cottage beds full, and who then opens two more?"""

from homeward.grammar.api import ActionCard, CardStep, SurgeThreshold, SurgeTrigger, SurgeUnits
from tests.places.millbrook import OWNER, REVIEW

BEDS_FULL = SurgeTrigger(
    code="beds-full",
    title="Cottage beds",
    plain_words="How many cottage beds are free.",
    measure="free",
    services=("cottage-beds",),
    thresholds=(SurgeThreshold(level=2, at=1), SurgeThreshold(level=3, at=0)),
    owner=OWNER,
    review_by=REVIEW,
)
TWO_MORE = ActionCard(
    code="two-more-beds",
    title="Two more cottage beds",
    plain_words="Open the side room.",
    triggers=("beds-full",),
    level=3,
    steps=(
        CardStep(code="make-room", words="Make up the side room", team="cottage-ward"),
        CardStep(code="tell-desk", words="Tell everybody who waits", team="town-desk"),
    ),
    opens=(SurgeUnits(service="cottage-beds", team="cottage-ward", count=2),),
    owner=OWNER,
    review_by=REVIEW,
)
