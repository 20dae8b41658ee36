"""What is the programme 'integrated teams in neighbourhoods and localities'?"""

from homeward.grammar.api import Deliverable, Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

INTEGRATED_TEAMS = Programme(
    code="integrated-teams",
    title="Integrated teams in neighbourhoods and localities",
    plain_words="One team and one plan for people with several needs, in neighbourhoods and localities.",
    services=(
        "neighbourhood-team",
        "neighbourhood-network",
        "locality-hub",
    ),
    deliverables=(
        Deliverable(code="locality-hub-case", title="Locality hub case for change agreed"),
        Deliverable(
            code="one-locality-tested", title="Integrated locality operating model tested and evaluated in one locality"
        ),
        Deliverable(code="digital-estates", title="Digital and estates enabling strategies agreed"),
    ),
    owner=BOARD,
    review_by=AUTUMN,
)
